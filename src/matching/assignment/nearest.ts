/** Columns waiting to be looked at, the nearest first: a heap of four branches that knows where each column stands. */
export class Nearest {
  size = 0;
  private readonly heap: Int32Array;
  private readonly place: Int32Array;

  /** `distance` belongs to the caller, who lowers a column's and then calls `lowered`. */
  constructor(private readonly distance: Float64Array) {
    this.heap = new Int32Array(distance.length);
    this.place = new Int32Array(distance.length).fill(-1);
  }

  /** The least distance there is. Ask only when `size` is not 0. */
  least(): number {
    return this.distance[this.heap[0]!]!;
  }

  /** A column whose distance became less, or that was not here before. */
  lowered(column: number): void {
    const { heap, place, distance } = this;
    let at = place[column]!;
    if (at < 0) at = this.size++;
    const own = distance[column]!;
    while (at > 0) {
      const above = (at - 1) >> 2;
      const other = heap[above]!;
      if (distance[other]! <= own) break;
      heap[at] = other;
      place[other] = at;
      at = above;
    }
    heap[at] = column;
    place[column] = at;
  }

  /** Takes the nearest out. */
  take(): number {
    const { heap, place } = this;
    const nearest = heap[0]!;
    place[nearest] = -1;
    const last = heap[--this.size]!;
    if (this.size > 0) this.sink(last);
    return nearest;
  }

  clear(): void {
    for (let at = 0; at < this.size; at++) this.place[this.heap[at]!] = -1;
    this.size = 0;
  }

  private sink(column: number): void {
    const { heap, place, distance, size } = this;
    const own = distance[column]!;
    let at = 0;
    for (;;) {
      const first = at * 4 + 1;
      if (first >= size) break;
      let below = first;
      let least = distance[heap[first]!]!;
      for (let each = first + 1; each < size && each < first + 4; each++) {
        const its = distance[heap[each]!]!;
        if (its < least) {
          least = its;
          below = each;
        }
      }
      if (least >= own) break;
      const other = heap[below]!;
      heap[at] = other;
      place[other] = at;
      at = below;
    }
    heap[at] = column;
    place[column] = at;
  }
}
