import { Nearest } from './nearest.ts';
import { type Favourites, REMEMBERED } from './row-favourites.ts';
import { shiftAlong } from './square-shift.ts';

const NONE = -1;
const FAR = Number.POSITIVE_INFINITY;

/**
 * Shortest augmenting paths in a square, of which little is looked at: a row looks at the columns it remembers. None of
 * its others can lie nearer than what the row knows of them, as prices only rise; it waits there, and looks through all
 * of them only when no path that is known is shorter.
 */
export class SquarePaths {
  private readonly distance: Float64Array;
  private readonly from: Int32Array;
  private readonly columns: Nearest;
  /** How near the columns that a row does not remember may be. */
  private readonly rest: Float64Array;
  private readonly rows: Nearest;
  /** What a row's offers are measured from. */
  private readonly over: Float64Array;
  private readonly done: Int32Array;
  private doneCount = 0;
  private readonly touched: Int32Array;
  private touchedCount = 0;
  /** How many rows had to be looked through whole. */
  lookedThrough = 0;
  private end = NONE;
  private least = FAR;

  constructor(
    private readonly worth: Float64Array,
    private readonly side: number,
    private readonly price: Float64Array,
    private readonly at: Int32Array,
    private readonly by: Int32Array,
    private readonly favourites: Favourites,
  ) {
    this.distance = new Float64Array(side).fill(FAR);
    this.from = new Int32Array(side);
    this.columns = new Nearest(this.distance);
    this.rest = new Float64Array(side);
    this.rows = new Nearest(this.rest);
    this.over = new Float64Array(side);
    this.done = new Int32Array(side);
    this.touched = new Int32Array(side);
  }

  /** Places a row, moving others. */
  augment(row: number): void {
    const { distance, price, columns, rows, done } = this;
    this.end = NONE;
    this.least = FAR;
    this.reach(row, 0, Number.NEGATIVE_INFINITY);
    for (;;) {
      const column = columns.size > 0 ? columns.least() : FAR;
      const rest = rows.size > 0 ? rows.least() : FAR;
      if (Math.min(column, rest) >= this.least) break;
      if (column <= rest) this.lookOn(columns.take());
      else this.lookThrough(rows.take());
    }
    for (let each = 0; each < this.doneCount; each++) {
      const j = done[each]!;
      price[j]! += this.least - distance[j]!;
    }
    shiftAlong(this.from, this.at, this.by, row, this.end);
    this.forget();
  }

  private lookOn(column: number): void {
    const { distance, price, worth, by, side } = this;
    this.done[this.doneCount++] = column;
    const row = by[column]!;
    const far = distance[column]!;
    this.reach(row, far - (price[column]! - worth[row * side + column]!), far);
  }

  private reach(row: number, over: number, nearest: number): void {
    const { favourites, price, worth, side } = this;
    if (favourites.others[row] === FAR) favourites.lookThrough(row);
    this.over[row] = over;
    const base = row * side;
    const end = (row + 1) * REMEMBERED;
    for (let each = row * REMEMBERED; each < end; each++) {
      const j = favourites.columns[each]!;
      if (j === NONE) break;
      const far = over + price[j]! - worth[base + j]!;
      if (far < this.distance[j]! && far < this.least) this.bring(row, j, Math.max(far, nearest));
    }
    const rest = Math.max(over - favourites.others[row]!, nearest);
    if (rest >= this.least) return;
    this.rest[row] = rest;
    this.rows.lowered(row);
  }

  /** All columns of a row. */
  private lookThrough(row: number): void {
    const { price, worth, side, distance } = this;
    this.lookedThrough += 1;
    const nearest = this.rest[row]!;
    const over = this.over[row]!;
    for (let j = 0, cell = row * side; j < side; j++, cell++) {
      const far = over + price[j]! - worth[cell]!;
      if (far < distance[j]! && far < this.least) this.bring(row, j, Math.max(far, nearest));
    }
  }

  /** What was done lies no farther than what is looked at now: rounding must not bring it back. */
  private bring(row: number, j: number, far: number): void {
    const { distance } = this;
    if (far >= distance[j]! || far >= this.least) return;
    if (distance[j] === FAR) this.touched[this.touchedCount++] = j;
    distance[j] = far;
    this.from[j] = row;
    if (this.by[j] !== NONE) this.columns.lowered(j);
    else {
      this.least = far;
      this.end = j;
    }
  }

  private forget(): void {
    for (let each = 0; each < this.touchedCount; each++) this.distance[this.touched[each]!] = FAR;
    this.touchedCount = 0;
    this.doneCount = 0;
    this.columns.clear();
    this.rows.clear();
  }
}
