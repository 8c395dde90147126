export interface Point {
  x: number;
  y: number;
}

/** A rectangle of the picture: its upper left corner and its size. */
export interface Box extends Point {
  w: number;
  h: number;
}

/** Whether two boxes come nearer to each other than `gap`. */
export const meet = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;

export const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;

/** Whether the straight line from `a` to `b` goes through the box (Liang and Barsky's clipping). */
export function crosses(a: Point, b: Point, box: Box): boolean {
  let from = 0;
  let to = 1;
  const sides: [number, number][] = [
    [a.x - b.x, a.x - box.x],
    [b.x - a.x, box.x + box.w - a.x],
    [a.y - b.y, a.y - box.y],
    [b.y - a.y, box.y + box.h - a.y],
  ];
  for (const [p, q] of sides) {
    if (p === 0 && q < 0) return false;
    if (p < 0) from = Math.max(from, q / p);
    if (p > 0) to = Math.min(to, q / p);
  }
  return from <= to;
}
