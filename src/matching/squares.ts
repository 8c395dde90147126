import { SLOTS, type Slot } from './words.ts';

const PLACES = new Map(SLOTS.map((slot, at) => [slot, at]));
/** The whole week. */
export const ALL_SQUARES = 2 ** SLOTS.length - 1;

/** A week's 28 squares as bits, so that what two have in common is one step for a machine. */
export const squares = (slots: readonly Slot[]): number =>
  slots.reduce((bits, slot) => bits | (1 << (PLACES.get(slot) ?? 31)), 0) & ALL_SQUARES;

/** The earliest square of a week among the bits. */
export const firstSquare = (bits: number): Slot | undefined => SLOTS[31 - Math.clz32(bits & -bits)];

export function countSquares(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}
