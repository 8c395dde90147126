import { Residual, type Settled } from './residual.ts';

/** Another mentor for one mother: her pair's place in the columns, and what the round would lose, as worth. */
export interface Otherwise {
  edge: number;
  loss: number;
}

/**
 * For each mother what the round would lose if she had each of her other mentors instead, everybody else being placed
 * anew: exactly, and without solving the round again. She is taken out, which leaves a place that the best chain of moves
 * fills; then for every mentor at once the cheapest chain is found that makes room for her there.
 */
export function otherwise(settled: Settled): Otherwise[][] {
  const residual = new Residual(settled);
  return Array.from(settled.at, (_place, mentee) => lossesOf(settled, residual, mentee));
}

function lossesOf(settled: Settled, residual: Residual, mentee: number): Otherwise[] {
  const { pairs, worth, at, capacity, out } = settled;
  const place = at[mentee]!;
  const edges: number[] = [];
  let hers = 0;
  for (let edge = pairs.start[mentee]!; edge < pairs.start[mentee + 1]!; edge++) {
    if (pairs.mentor[edge] === place) hers = worth[edge]!;
    else if (capacity[pairs.mentor[edge]!] !== 0) edges.push(edge);
  }
  if (edges.length === 0) return [];
  const wasFull = !residual.hasRoom(place);
  residual.take(mentee, place);
  const moved = wasFull ? fill(residual, place) : { gain: 0, undo: () => {} };
  const room = [...Array(out + 1).keys()].filter((one) => residual.hasRoom(one));
  const { best } = residual.toward(room);
  moved.undo();
  residual.put(mentee, place);
  return edges.map((edge) => ({
    edge,
    loss: hers - moved.gain - worth[edge]! - best[pairs.mentor[edge]!]!,
  }));
}

/** Fills a place that has come free by the chain that gains most, which may be none. */
function fill(residual: Residual, place: number): { gain: number; undo: () => void } {
  const { best, next } = residual.toward([place]);
  let from = place;
  best.forEach((gain, one) => {
    if (gain > best[from]!) from = one;
  });
  const moves = residual.chain(from, next);
  for (const move of moves) {
    residual.take(move.mentee, move.from);
    residual.put(move.mentee, move.to);
  }
  const undo = () => {
    for (const move of moves) {
      residual.take(move.mentee, move.to);
      residual.put(move.mentee, move.from);
    }
  };
  return { gain: best[from]!, undo };
}
