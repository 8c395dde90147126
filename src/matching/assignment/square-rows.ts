import { Favourites } from './row-favourites.ts';
import { SquarePaths } from './square-paths.ts';
import { SquareScan } from './square-scan.ts';

/** In a square everybody is placed. */
export interface SquareSettlement {
  /** The column of each row. */
  at: Int32Array;
  price: Float64Array;
}

const NONE = -1;
/** So many rows may a path look through whole, on average, before it is quicker to look through all of them. */
const FEW = 32;

/**
 * The best perfect matching of a square of worths, row after row (-Infinity: not allowed; some perfect matching is):
 * Jonker and Volgenant's algorithm for dense costs (1987). Most rows are settled by looking at their best and second
 * best alone; the few that are left take shortest augmenting paths.
 */
export function settleSquare(
  worth: Float64Array,
  side: number,
  progress = (_done: number): void => {},
): SquareSettlement {
  const price = new Float64Array(side);
  const at = new Int32Array(side).fill(NONE);
  const by = new Int32Array(side).fill(NONE);
  startAtBest(worth, side, price, at, by);
  let left: number[] = [];
  for (let row = 0; row < side; row++) if (at[row] === NONE) left.push(row);
  const favourites = new Favourites(worth, side, price);
  for (let pass = 0; pass < 2; pass++) left = bidOnce(favourites, price, at, by, left);
  const paths = new SquarePaths(worth, side, price, at, by, favourites);
  const scan = new SquareScan(worth, side, price, at, by);
  left.forEach((row, done) => {
    // What is remembered saves looking, or does not: then it only costs.
    if (paths.lookedThrough <= FEW * (done + 8)) paths.augment(row);
    else scan.augment(row);
    if (done % 16 === 0) progress(done / left.length);
  });
  return { at, price };
}

/** A column costs the most that anybody would give; whoever would give it has it, one column each. */
function startAtBest(
  worth: Float64Array,
  side: number,
  price: Float64Array,
  at: Int32Array,
  by: Int32Array,
): void {
  const giver = new Int32Array(side);
  price.fill(Number.NEGATIVE_INFINITY);
  for (let i = 0, cell = 0; i < side; i++) {
    for (let j = 0; j < side; j++, cell++) {
      if (worth[cell]! <= price[j]!) continue;
      price[j] = worth[cell]!;
      giver[j] = i;
    }
  }
  for (let j = 0; j < side; j++) {
    const i = giver[j]!;
    if (at[i] !== NONE) continue;
    at[i] = j;
    by[j] = i;
  }
}

/**
 * Each row that is left takes the column that offers it most, for a price at which its second choice would be as good;
 * who had it is left instead and goes next where that made it dearer. Answers who is left at the end.
 */
function bidOnce(
  favourites: Favourites,
  price: Float64Array,
  at: Int32Array,
  by: Int32Array,
  rows: number[],
): number[] {
  const left: number[] = [];
  const waiting = rows.toReversed();
  // Prices that climb by next to nothing are the paths' work.
  let patience = 8 * price.length;
  while (waiting.length > 0) {
    const row = waiting.pop()!;
    favourites.find(row);
    const { best, second, next } = favourites;
    let { first } = favourites;
    const isDearer = best > second;
    if (isDearer) price[first]! += second > Number.NEGATIVE_INFINITY ? best - second : favourites.spread();
    else if (by[first] !== NONE && by[next] === NONE) first = next;
    const before = by[first]!;
    at[row] = first;
    by[first] = row;
    if (before === NONE) continue;
    at[before] = NONE;
    if (isDearer && patience-- > 0) waiting.push(before);
    else left.push(before);
  }
  return left;
}
