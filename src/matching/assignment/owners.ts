/** Who holds the places of each column, the one who would leave first on top: a heap of bids for each column. */
export class Owners {
  readonly held: Int32Array;
  readonly room: Int32Array;
  readonly slot: Int32Array;
  readonly owner: Int32Array;
  private readonly place: Int32Array;

  /** `room`: places of each column; `bid`: the price up to which a row stays, the caller's to write. */
  constructor(
    room: Int32Array,
    private readonly bid: Float64Array,
  ) {
    this.room = room;
    this.held = new Int32Array(room.length);
    this.slot = new Int32Array(room.length + 1);
    for (let j = 0; j < room.length; j++) this.slot[j + 1] = this.slot[j]! + room[j]!;
    this.owner = new Int32Array(this.slot[room.length]!);
    this.place = new Int32Array(bid.length);
  }

  isFull(column: number): boolean {
    return this.held[column]! >= this.room[column]!;
  }

  /** Who would leave first. */
  first(column: number): number {
    return this.owner[this.slot[column]!]!;
  }

  add(column: number, row: number): void {
    const at = this.held[column]!++;
    this.owner[this.slot[column]! + at] = row;
    this.rise(this.slot[column]!, at);
  }

  /** Puts a row in the place of the first. */
  replaceFirst(column: number, row: number): void {
    this.owner[this.slot[column]!] = row;
    this.sink(this.slot[column]!, 0, this.held[column]!);
  }

  remove(column: number, row: number): void {
    const base = this.slot[column]!;
    const at = this.place[row]!;
    const size = --this.held[column]!;
    const last = this.owner[base + size]!;
    if (last === row) return;
    this.owner[base + at] = last;
    this.rise(base, at);
    this.sink(base, this.place[last]!, size);
  }

  private rise(base: number, from: number): void {
    const { owner, bid, place } = this;
    const row = owner[base + from]!;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = owner[base + above]!;
      if (bid[other]! <= bid[row]!) break;
      owner[base + at] = other;
      place[other] = at;
      at = above;
    }
    owner[base + at] = row;
    place[row] = at;
  }

  private sink(base: number, from: number, size: number): void {
    const { owner, bid, place } = this;
    const row = owner[base + from]!;
    let at = from;
    for (;;) {
      let below = at * 2 + 1;
      if (below >= size) break;
      const right = below + 1;
      if (right < size && bid[owner[base + right]!]! < bid[owner[base + below]!]!) below = right;
      const other = owner[base + below]!;
      if (bid[other]! >= bid[row]!) break;
      owner[base + at] = other;
      place[other] = at;
      at = below;
    }
    owner[base + at] = row;
    place[row] = at;
  }
}
