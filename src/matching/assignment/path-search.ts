import type { Market } from './market.ts';
import { Nearest } from './nearest.ts';

/** Rows may want several places here, of different columns each. */
export type Supplied = Omit<Market, 'mustFill' | 'whole'> & { supply: Int32Array };

const FAR = Number.POSITIVE_INFINITY;

/** The state of a search for shortest augmenting paths. Levels and prices prove what was taken so far to be best. */
export class Search {
  readonly level: Float64Array;
  readonly price: Float64Array;
  private readonly slot: Int32Array;
  private readonly held: Int32Array;
  private readonly owner: Int32Array;
  private readonly distance: Float64Array;
  private readonly from: Int32Array;
  private readonly via: Int32Array;
  private readonly rowDistance: Float64Array;
  private readonly waiting: Nearest;
  private touched: number[] = [];
  private looked: number[] = [];
  private reached: number[] = [];
  private least = FAR;
  private endColumn = -1;
  private endRow = -1;
  private edges = 0;

  constructor(private readonly market: Supplied) {
    const { rows, columns, column, capacity } = market;
    this.level = new Float64Array(rows);
    this.price = new Float64Array(columns);
    const wanted = new Int32Array(columns);
    for (const j of column) wanted[j]! += 1;
    this.slot = new Int32Array(columns + 1);
    for (let j = 0; j < columns; j++) {
      this.slot[j + 1] = this.slot[j]! + Math.min(capacity[j]!, wanted[j]!);
    }
    this.held = new Int32Array(columns);
    this.owner = new Int32Array(this.slot[columns]!);
    this.distance = new Float64Array(columns).fill(FAR);
    this.from = new Int32Array(columns);
    this.via = new Int32Array(rows).fill(UNREACHED);
    this.rowDistance = new Float64Array(rows);
    this.waiting = new Nearest(this.distance);
  }

  run(patience: number, progress: (done: number) => void): boolean {
    for (let row = 0; row < this.market.rows; row++) {
      this.raise(row);
      for (let taken = 0; taken < this.market.supply[row]!; taken++) this.augment(row);
      if (this.edges > patience) return false;
      if (row % 256 === 0) progress(row / this.market.rows);
    }
    return true;
  }

  each(visit: (row: number, column: number) => void): void {
    for (let j = 0; j < this.market.columns; j++) {
      const first = this.slot[j]!;
      for (let at = first; at < first + this.held[j]!; at++) visit(this.owner[at]!, j);
    }
  }

  /** Sets a row's level to the best it is offered. */
  private raise(row: number): void {
    const { start, column, worth, mayStayOut } = this.market;
    let best = mayStayOut ? 0 : Number.NEGATIVE_INFINITY;
    for (let edge = start[row]!; edge < start[row + 1]!; edge++) {
      const offer = worth[edge]! - this.price[column[edge]!]!;
      if (offer > best) best = offer;
    }
    this.level[row] = best;
  }

  private augment(row: number): void {
    this.least = FAR;
    this.endColumn = -1;
    this.endRow = -1;
    this.reach(row, 0, START);
    while (this.waiting.size > 0 && this.waiting.least() < this.least) {
      const column = this.waiting.take();
      this.looked.push(column);
      const first = this.slot[column]!;
      for (let at = first; at < first + this.held[column]!; at++) {
        const other = this.owner[at]!;
        if (this.via[other] === UNREACHED) this.reach(other, this.distance[column]!, column);
      }
    }
    this.reprice();
    this.shift(row);
    this.forget();
  }

  /** Looks on from a row: only ways that are shorter than the best end so far are kept. */
  private reach(row: number, distance: number, via: number): void {
    const { start, column, worth, mayStayOut } = this.market;
    const { distance: distances, price, held, slot } = this;
    this.via[row] = via;
    this.rowDistance[row] = distance;
    this.reached.push(row);
    const base = distance + this.level[row]!;
    if (mayStayOut && base < this.least) this.endAt(base, row, -1);
    const end = start[row + 1]!;
    this.edges += end - start[row]!;
    for (let edge = start[row]!; edge < end; edge++) {
      const j = column[edge]!;
      const over = base + price[j]! - worth[edge]!;
      // What is taken lies at 0; rounding must not make it less, or a way would seem to lead back.
      const far = Math.max(over, distance);
      if (far > this.least || far >= distances[j]!) continue;
      // As good as the best end: only a place is better than staying out.
      if (far === this.least && this.endColumn >= 0) continue;
      if (distances[j] === FAR) this.touched.push(j);
      distances[j] = far;
      this.from[j] = row;
      if (held[j]! < slot[j + 1]! - slot[j]!) this.endAt(far, -1, j);
      else this.waiting.lowered(j);
    }
  }

  private endAt(distance: number, row: number, column: number): void {
    this.least = distance;
    this.endRow = row;
    this.endColumn = column;
  }

  private reprice(): void {
    for (const j of this.looked) this.price[j]! += this.least - this.distance[j]!;
    for (const i of this.reached) this.level[i]! -= this.least - this.rowDistance[i]!;
  }

  private shift(start: number): void {
    const { slot, held, owner } = this;
    let row = this.endRow;
    if (this.endColumn >= 0) {
      row = this.from[this.endColumn]!;
      owner[slot[this.endColumn]! + held[this.endColumn]!++] = row;
    }
    while (row !== start) {
      const column = this.via[row]!;
      const next = this.from[column]!;
      let at = slot[column]!;
      while (owner[at] !== row) at++;
      owner[at] = next;
      row = next;
    }
  }

  private forget(): void {
    for (const j of this.touched) this.distance[j] = FAR;
    for (const i of this.reached) this.via[i] = UNREACHED;
    this.touched.length = 0;
    this.looked.length = 0;
    this.reached.length = 0;
    this.waiting.clear();
  }
}

const UNREACHED = -2;
const START = -1;
