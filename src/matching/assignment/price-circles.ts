import type { Taking } from './exact-prices.ts';
import { type Market, OUT } from './market.ts';

/** In place of a row: a place left moves on. */
export const NOBODY = -1;

/** A circle among who raised whom, one after the other; null when there is none. */
export function circleIn(raisedBy: Int32Array): number[] | null {
  const seen = new Int32Array(raisedBy.length);
  for (let start = 0; start < seen.length; start++) {
    let at = start;
    while (at >= 0 && seen[at] === 0) {
      seen[at] = start + 1;
      at = raisedBy[at]!;
    }
    if (at >= 0 && seen[at] === start + 1) return roundFrom(at, raisedBy);
  }
  return null;
}

function roundFrom(first: number, raisedBy: Int32Array): number[] {
  const circle = [first];
  for (let at = raisedBy[first]!; at !== first; at = raisedBy[at]!) circle.push(at);
  return circle;
}

/** Everybody in a circle goes where going was worth more: together they gain. */
export function moveOn(
  { rows, columns, start, column, worth }: Market,
  { at, own, owners }: Taking,
  circle: number[],
  raisedFor: Int32Array,
): void {
  for (const j of circle) {
    const row = raisedFor[j]!;
    if (row === NOBODY) continue;
    at[row] = j === columns ? OUT : j;
    for (let edge = start[row]!; edge < start[row + 1]!; edge++)
      if (column[edge] === j) own[row] = worth[edge]!;
  }
  owners.held.fill(0);
  for (let i = 0; i < rows; i++) if (at[i] !== OUT) owners.add(at[i]!, i);
}
