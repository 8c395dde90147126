import { levels, type Market, OUT, type Settlement } from './market.ts';
import { settleSquare } from './square-rows.ts';

/** A square of doubles this large is 512 MB. */
const LARGEST = 2 ** 26;
/** Below this share of allowed pairs the empty part of the square costs more than it saves. */
const DENSE = 0.4;

/** The side of the square of rows and places; null where a square would be large, or mostly empty. */
export function squareSide(market: Market): number | null {
  const { rows, column, capacity } = market;
  let places = 0;
  for (const one of capacity) places += usable(one, rows);
  const side = Math.max(rows, places);
  const cells = side * side;
  return cells > 0 && cells <= LARGEST && column.length >= DENSE * cells ? side : null;
}

/** Places that can matter: one more than can be taken, or a column that cannot be full would look so, and have a price. */
const usable = (capacity: number, rows: number): number => Math.min(capacity, rows + 1);

/**
 * The best taking where most pairs are allowed: every place is a column of its own, and rows or columns that stand for
 * nobody make it a square, in which everybody is placed. Who is with nobody is out, or a place left.
 */
export function settleDense(
  market: Market,
  side: number,
  progress = (_done: number): void => {},
): Settlement {
  const { rows, columns, capacity } = market;
  const columnOf = new Int32Array(side).fill(OUT);
  const first = new Int32Array(columns + 1);
  for (let j = 0; j < columns; j++) {
    first[j + 1] = first[j]! + usable(capacity[j]!, rows);
    columnOf.fill(j, first[j]!, first[j + 1]!);
  }
  const square = squareOf(market, side, first);
  const { at, price } = settleSquare(square, side, progress);
  const settled = new Int32Array(rows).fill(OUT);
  for (let i = 0; i < rows; i++) {
    // Staying out is also the square's meaning of a pair that is not allowed, or worth nothing.
    const isReal = at[i]! < first[columns]! && (!staysEmpty(market) || square[i * side + at[i]!]! > 0);
    if (isReal) settled[i] = columnOf[at[i]!]!;
  }
  const base = baseOf(market, side, price, first[columns]!, square, at);
  const prices = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    let least = first[j] === first[j + 1] ? base : Number.POSITIVE_INFINITY;
    for (let place = first[j]!; place < first[j + 1]!; place++) least = Math.min(least, price[place]!);
    prices[j] = least - base;
  }
  return { at: settled, level: levels(market, prices), price: prices };
}

/** Where both sides may be left: then nothing is forbidden in the square, it is only worth nothing. */
const staysEmpty = ({ mayStayOut, mustFill }: Market): boolean => mayStayOut && !mustFill;

function squareOf(market: Market, side: number, first: Int32Array): Float64Array {
  const { rows, columns, start, column, worth } = market;
  // Every pair, and one place each: that is the square already. No solver writes into it.
  if (rows === side && columns === side && worth.length === side * side) return worth;
  const square = new Float64Array(side * side);
  const forbidden = staysEmpty(market) ? 0 : Number.NEGATIVE_INFINITY;
  for (let i = 0; i < rows; i++) {
    square.fill(forbidden, i * side, i * side + first[columns]!);
    for (let edge = start[i]!; edge < start[i + 1]!; edge++) {
      const j = column[edge]!;
      const end = i * side + first[j + 1]!;
      for (let cell = i * side + first[j]!; cell < end; cell++) square[cell] = worth[edge]!;
    }
  }
  return square;
}

/**
 * The price of nobody. In a square only differences of prices count: they are moved so that a place left, or staying
 * out, costs nothing and, where there is neither, nothing is less than it may be.
 */
function baseOf(
  { rows, mustFill }: Market,
  side: number,
  price: Float64Array,
  places: number,
  square: Float64Array,
  at: Int32Array,
): number {
  if (!mustFill) return price.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  if (places < side) return price[places]!;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rows; i++) least = Math.min(least, square[i * side + at[i]!]! - price[at[i]!]!);
  return -least;
}
