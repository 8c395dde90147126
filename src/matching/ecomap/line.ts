import type { Point } from './box.ts';
import { MARK } from './layout.ts';
import type { Feeling, Flow } from './tie.ts';

/** From here on a line is seen: nearer to the middle is the lamp. */
const FROM_LAMP = 30;
/** The waves of a strained line: how long, how high. */
const WAVE = { length: 11, height: 4 };
const HEAD = { length: 6.5, half: 4, apart: 12 };

/** The path of a line, and of the arrowheads on it. */
export interface Line {
  path: string;
  heads: string[];
}

/** The line between her and somebody: straight, or in waves where it is strained; arrows say which way support goes. */
export function lineOf(centre: Point, end: Point, feeling: Feeling, flow: Flow | null): Line {
  const length = Math.hypot(end.x - centre.x, end.y - centre.y);
  const toward = { x: (end.x - centre.x) / length, y: (end.y - centre.y) / length };
  const at = (far: number, aside = 0): Point => ({
    x: centre.x + toward.x * far - toward.y * aside,
    y: centre.y + toward.y * far + toward.x * aside,
  });
  const [from, to] = [FROM_LAMP, length - MARK - 2];
  const path = feeling === 'strained' ? waves(at, from, to) : `M${put(at(from))}L${put(at(to))}`;
  return { path, heads: headsOf(at, to, flow) };
}

type At = (far: number, aside?: number) => Point;

function waves(at: At, from: number, to: number): string {
  const count = Math.max(1, Math.round((to - from) / WAVE.length));
  const step = (to - from) / count;
  let path = `M${put(at(from))}`;
  for (let i = 0; i < count; i++) {
    const side = i % 2 === 0 ? WAVE.height : -WAVE.height;
    path += `Q${put(at(from + (i + 0.5) * step, side * 2))} ${put(at(from + (i + 1) * step))}`;
  }
  return path;
}

/** Near the other's mark, where lines lie farthest apart. */
function headsOf(at: At, to: number, flow: Flow | null): string[] {
  const tip = to - 3;
  const outward = `M${put(at(tip - HEAD.length, HEAD.half))}L${put(at(tip))}L${put(at(tip - HEAD.length, -HEAD.half))}`;
  const start = flow === 'both' ? tip - HEAD.length - HEAD.apart : tip - HEAD.length;
  const inward = `M${put(at(start + HEAD.length, HEAD.half))}L${put(at(start))}L${put(at(start + HEAD.length, -HEAD.half))}`;
  if (flow === 'given') return [outward];
  if (flow === 'received') return [inward];
  return flow === 'both' ? [outward, inward] : [];
}

const put = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
