const NONE = -1;

/** Shortest augmenting paths in a square: the columns stand in one list, those done first, then the nearest, then the rest. */
export class SquarePaths {
  private readonly distance: Float64Array;
  private readonly from: Int32Array;
  private readonly list: Int32Array;
  private least = 0;
  /** The list up to here is done; up to `near` it is as near as `least`. */
  private done = 0;
  private near = 0;
  /** Done before the last time that the least distance grew. */
  private settled = 0;

  constructor(
    private readonly worth: Float64Array,
    private readonly side: number,
    private readonly price: Float64Array,
    private readonly at: Int32Array,
    private readonly by: Int32Array,
  ) {
    this.distance = new Float64Array(side);
    this.from = new Int32Array(side);
    this.list = new Int32Array(side);
  }

  /** Places a row, moving others. */
  augment(row: number): void {
    const { distance, from, list, price, worth, side } = this;
    for (let j = 0, cell = row * side; j < side; j++, cell++) {
      distance[j] = price[j]! - worth[cell]!;
      from[j] = row;
      list[j] = j;
    }
    this.done = 0;
    this.near = 0;
    let end = NONE;
    while (end === NONE) end = this.done === this.near ? this.gather() : this.lookOn();
    for (let each = 0; each < this.settled; each++) {
      const j = list[each]!;
      price[j]! += this.least - distance[j]!;
    }
    this.shift(row, end);
  }

  /** Brings the nearest of the rest to the front; answers a free one among them. */
  private gather(): number {
    const { distance, list, by, side } = this;
    this.settled = this.done;
    let least = Number.POSITIVE_INFINITY;
    let near = this.near;
    for (let each = near; each < side; each++) {
      const j = list[each]!;
      const far = distance[j]!;
      if (far > least) continue;
      if (far < least) {
        near = this.done;
        least = far;
      }
      list[each] = list[near]!;
      list[near++] = j;
    }
    this.near = near;
    this.least = least;
    for (let each = this.done; each < near; each++) if (by[list[each]!] === NONE) return list[each]!;
    return NONE;
  }

  /** Looks on from the row that has the next of the nearest; answers a free column that turns out as near. */
  private lookOn(): number {
    const { distance, from, list, price, worth, by, side, least } = this;
    const column = list[this.done++]!;
    const row = by[column]!;
    const base = row * side;
    const over = least - (price[column]! - worth[base + column]!);
    let near = this.near;
    for (let each = near; each < side; each++) {
      const j = list[each]!;
      const far = over + price[j]! - worth[base + j]!;
      if (far >= distance[j]!) continue;
      distance[j] = far;
      from[j] = row;
      if (far > least) continue;
      if (by[j] === NONE) return j;
      list[each] = list[near]!;
      list[near++] = j;
    }
    this.near = near;
    return NONE;
  }

  private shift(row: number, end: number): void {
    const { at, by, from } = this;
    let column = end;
    for (;;) {
      const taker = from[column]!;
      by[column] = taker;
      const before = at[taker]!;
      at[taker] = column;
      if (taker === row) return;
      column = before;
    }
  }
}
