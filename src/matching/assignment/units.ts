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
  let most = 0;
  for (const score of scores) most = Math.max(most, Math.abs(score));
  const scale = decimals(scores, most, WHOLE / (8 * (nodes + 2)));
  const by = scale ?? 2 ** Math.min(1000, Math.max(-1000, -Math.ceil(Math.log2(most))));
  const worth = new Float64Array(scores.length);
  for (let at = 0; at < worth.length; at++) {
    const one = scores[at]! * by;
    worth[at] = scale === null ? one : Math.round(one);
  }
  return { worth, scale: by, whole: scale !== null };
}

/** The least power of ten that makes all scores whole numbers, none of them over the limit. */
function decimals(scores: Float64Array, most: number, limit: number): number | null {
  let scale = 1;
  for (const score of scores) {
    while (Math.round(score * scale) / scale !== score) {
      scale *= 10;
      if (scale > 1e15 || most * scale > limit) return null;
    }
  }
  return most * scale > limit ? null : scale;
}
