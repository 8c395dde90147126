import { shiftAlong } from './square-shift.ts';

const NONE = -1;
const FAR = Number.POSITIVE_INFINITY;
/** The distance of a column that is done: less than nothing and more than nothing, so that no comparison finds it. */
const DONE = Number.NaN;

/**
 * Shortest augmenting paths in a square where most of it must be looked at: whole rows one after the other, each column's
 * distance and the least of all in one go, which is as quick as memory is read.
 */
export class SquareScan {
  private readonly distance: Float64Array;
  private readonly from: Int32Array;
  private readonly done: Int32Array;
  private readonly doneAt: Float64Array;
  private nearest = NONE;

  constructor(
    private readonly worth: Float64Array,
    private readonly side: number,
    private readonly price: Float64Array,
    private readonly at: Int32Array,
    private readonly by: Int32Array,
  ) {
    this.distance = new Float64Array(side);
    this.from = new Int32Array(side);
    this.done = new Int32Array(side);
    this.doneAt = new Float64Array(side);
  }

  /** Places a row, moving others. */
  augment(row: number): void {
    const { distance, price, worth, side, by, done, doneAt } = this;
    distance.fill(FAR);
    let least = this.lookAlong(row, 0);
    let count = 0;
    while (by[this.nearest] !== NONE) {
      const column = this.nearest;
      done[count] = column;
      doneAt[count++] = least;
      distance[column] = DONE;
      const other = by[column]!;
      // Rounding must not make what follows nearer than what led there.
      least = Math.max(
        least,
        this.lookAlong(other, least - (price[column]! - worth[other * side + column]!)),
      );
    }
    for (let each = 0; each < count; each++) price[done[each]!]! += least - doneAt[each]!;
    shiftAlong(this.from, this.at, by, row, this.nearest);
  }

  /** Answers the least distance of those that are not done. */
  private lookAlong(row: number, over: number): number {
    const { distance, from, price, side } = this;
    const offers = this.worth.subarray(row * side, (row + 1) * side);
    let least = FAR;
    let nearest = NONE;
    for (let j = 0; j < side; j++) {
      const way = over + price[j]! - offers[j]!;
      let far = distance[j]!;
      if (way < far) {
        distance[j] = way;
        from[j] = row;
        far = way;
      }
      if (far < least) {
        least = far;
        nearest = j;
      }
    }
    this.nearest = nearest;
    return least;
  }
}
