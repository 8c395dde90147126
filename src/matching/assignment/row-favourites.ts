/** So many columns a row remembers. */
export const REMEMBERED = 24;
const NONE = -1;

/**
 * The best and second-best columns of rows of a square while prices rise. A row remembers the columns that were best when
 * it was last looked through, and what the best of the others offered: as that can only have become less, the row need
 * not be looked through again while two of those remembered still offer as much.
 */
export class Favourites {
  first = NONE;
  next = NONE;
  best = Number.NEGATIVE_INFINITY;
  second = Number.NEGATIVE_INFINITY;
  readonly columns: Int32Array;
  readonly others: Float64Array;
  private apart = 0;
  private readonly offers = new Float64Array(REMEMBERED);

  constructor(
    private readonly worth: Float64Array,
    private readonly side: number,
    private readonly price: Float64Array,
  ) {
    this.columns = new Int32Array(side * REMEMBERED).fill(NONE);
    this.others = new Float64Array(side).fill(Number.POSITIVE_INFINITY);
  }

  /** Finds `first`, which offers `best`, and `next`, which offers `second`. */
  find(row: number): void {
    this.recall(row);
    if (this.second >= this.others[row]!) return;
    this.lookThrough(row);
    this.recall(row);
  }

  /** How far worths lie apart: what a row bids that may go nowhere else. */
  spread(): number {
    if (this.apart > 0) return this.apart;
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let cell = 0; cell < this.worth.length; cell++) {
      const one = this.worth[cell]!;
      if (one > most) most = one;
      if (one < least && one !== Number.NEGATIVE_INFINITY) least = one;
    }
    this.apart = most - least || 1;
    return this.apart;
  }

  private recall(row: number): void {
    const { worth, side, price, columns } = this;
    let first = NONE;
    let next = NONE;
    let best = Number.NEGATIVE_INFINITY;
    let second = Number.NEGATIVE_INFINITY;
    const end = (row + 1) * REMEMBERED;
    for (let at = row * REMEMBERED; at < end; at++) {
      const j = columns[at]!;
      if (j === NONE) break;
      const offer = worth[row * side + j]! - price[j]!;
      if (offer <= second) continue;
      if (offer > best) {
        second = best;
        next = first;
        best = offer;
        first = j;
      } else {
        second = offer;
        next = j;
      }
    }
    this.first = first;
    this.next = next;
    this.best = best;
    this.second = second;
  }

  lookThrough(row: number): void {
    const { worth, side, price, columns, offers } = this;
    const base = row * REMEMBERED;
    let count = 0;
    let least = Number.NEGATIVE_INFINITY;
    for (let j = 0, cell = row * side; j < side; j++, cell++) {
      const offer = worth[cell]! - price[j]!;
      if (offer <= least) continue;
      let at = count < REMEMBERED ? count++ : REMEMBERED - 1;
      while (at > 0 && offers[at - 1]! < offer) {
        offers[at] = offers[at - 1]!;
        columns[base + at] = columns[base + at - 1]!;
        at--;
      }
      offers[at] = offer;
      columns[base + at] = j;
      if (count === REMEMBERED) least = offers[REMEMBERED - 1]!;
    }
    if (count < REMEMBERED) columns.fill(NONE, base + count, base + REMEMBERED);
    this.others[row] = least;
  }
}
