/** Moves everybody on a path by one, from its free column back to the row it began with. */
export function shiftAlong(from: Int32Array, at: Int32Array, by: Int32Array, row: number, end: number): void {
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
