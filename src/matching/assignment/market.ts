/**
 * What a solver is given, in numbers only: rows that want one place each, columns that have `capacity` places, and edges
 * sorted by row and then by column, one at most between a row and a column. Worth is in units that the solver may add.
 */
export interface Market {
  rows: number;
  columns: number;
  /** Where each row's edges begin; one longer than there are rows. */
  start: Int32Array;
  column: Int32Array;
  worth: Float64Array;
  capacity: Int32Array;
  /** Whether a row may stay out, which is worth 0. Else all are placed: that they can be is the caller's to know. */
  mayStayOut: boolean;
  /** Whether every place must be taken: that this can be done is the caller's to know. */
  mustFill: boolean;
  /** Whether every worth is a whole number, small enough that all sums of solvers are exact. */
  whole: boolean;
}

/** The column of a row that has none. */
export const OUT = -1;

/**
 * Who is where, and the prices that prove it best: level + price ≥ worth on every edge, and equal on those taken; a row
 * out has level 0 and no level is less where rows may stay out; a column with a place left has price 0 and no price is
 * less unless all places must be taken. So the sum of levels and of prices times capacity is what the taking is worth,
 * and no other can be worth more.
 */
export interface Settlement {
  at: Int32Array;
  level: Float64Array;
  price: Float64Array;
}

/** The edges of each column, in the order of rows: `start` by column, then `row` and `worth`. */
export interface ByColumn {
  start: Int32Array;
  row: Int32Array;
  worth: Float64Array;
}

export function byColumn({ rows, columns, start, column, worth }: Market): ByColumn {
  const first = new Int32Array(columns + 1);
  for (const j of column) first[j + 1]! += 1;
  for (let j = 0; j < columns; j++) first[j + 1]! += first[j]!;
  const next = first.slice(0, columns);
  const row = new Int32Array(column.length);
  const theirs = new Float64Array(column.length);
  for (let i = 0; i < rows; i++) {
    for (let edge = start[i]!; edge < start[i + 1]!; edge++) {
      const place = next[column[edge]!]!++;
      row[place] = i;
      theirs[place] = worth[edge]!;
    }
  }
  return { start: first, row, worth: theirs };
}

/** The level every row has at these prices: the best it is offered. */
export function levels(
  { rows, start, column, worth, mayStayOut }: Market,
  price: Float64Array,
): Float64Array {
  const level = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let best = mayStayOut ? 0 : Number.NEGATIVE_INFINITY;
    for (let edge = start[i]!; edge < start[i + 1]!; edge++) {
      const offer = worth[edge]! - price[column[edge]!]!;
      if (offer > best) best = offer;
    }
    level[i] = best;
  }
  return level;
}
