/** Scores as the solvers count them. */
export interface Units {
  /** One worth a score; score × scale, rounded only where `whole` (then score is worth / scale, correctly rounded). */
  worth: Float64Array;
  scale: number;
  whole: boolean;
}

/** Doubles are whole up to here. */
const WHOLE = 2 ** 53;

/**
 * Scores such as 0.83 are hundredths: counted so, every sum a solver makes is exact, 0.1 + 0.2 ties with 0.3, and an
 * optimum is proven without a tolerance. A price is at most the spread of scores times the length of a path, so this
 * needs spread × nodes < 2⁵³. Other scores stay as they are but for a power of two, which loses nothing and keeps the
 * arithmetic far from overflow.
 */
export function unitsOf(scores: Float64Array, nodes: number): Units {
  const most = greatest(scores);
  const counted = decimals(scores, most, limitFor(nodes));
  if (counted) return { ...counted, whole: true };
  const scale = 2 ** Math.min(1000, Math.max(-1000, -Math.ceil(Math.log2(most))));
  return { worth: scale === 1 ? scores : scores.map((score) => score * scale), scale, whole: false };
}

/** Doubles counted as finely in whole numbers as sums allow, which rounds them: score × scale, a power of two. */
export function inWhole(scores: Float64Array, nodes: number): { worth: Float64Array; scale: number } {
  const scale = 2 ** Math.min(1000, Math.floor(Math.log2(limitFor(nodes) / greatest(scores))));
  return { worth: scores.map((score) => Math.round(score * scale)), scale };
}

const limitFor = (nodes: number): number => WHOLE / (8 * (nodes + 2));

/** The greatest there is, signs aside. */
export function greatest(scores: Float64Array): number {
  let most = 0;
  for (let at = 0; at < scores.length; at++) {
    const size = Math.abs(scores[at]!);
    if (size > most) most = size;
  }
  return most;
}

/** The scores counted in the least power of ten that makes them all whole numbers, none of them over the limit. */
function decimals(
  scores: Float64Array,
  most: number,
  limit: number,
): { worth: Float64Array; scale: number } | null {
  const worth = new Float64Array(scores.length);
  let scale = 1;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at]!;
    const one = Math.round(score * scale);
    if (one / scale === score) {
      worth[at] = one;
      continue;
    }
    scale *= 10;
    if (scale > 1e15 || most * scale > limit) return null;
    at = -1;
  }
  return most * scale > limit ? null : { worth, scale };
}
