import type { Circles } from './circles.ts';
import { Regroup } from './regroup.ts';

/** Everybody in one of the circles given, evenly; false if no way was found to meet the bounds. */
export function seatAll(circles: Circles, roll: () => number): boolean {
  const { weight } = circles.problem;
  const order = shuffled(circles.size, roll).sort((a, b) => weight[b]! - weight[a]!);
  for (const member of order) circles.move(member, lightest(circles));
  return balance(circles, roll);
}

function lightest({ load, count }: Circles): number {
  let least = 0;
  for (let circle = 1; circle < count; circle++) if (load[circle]! < load[least]!) least = circle;
  return least;
}

/** By how much a circle is over or under its bounds. */
function excess({ problem: { lower, upper } }: Circles, load: number): number {
  return Math.max(0, load - upper, lower - load);
}

/** Moves and swaps that bring circles within bounds, sideways steps among them, until all are or patience ends. */
function balance(circles: Circles, roll: () => number): boolean {
  const { weight } = circles.problem;
  const off = (): number => {
    let sum = 0;
    for (let circle = 0; circle < circles.count; circle++) sum += excess(circles, circles.load[circle]!);
    return sum;
  };
  for (let tries = 200 * circles.size + 100_000, left = off(); left > 0 && tries > 0; tries--) {
    const one = Math.floor(roll() * circles.size);
    const a = circles.at[one]!;
    const other = Math.floor(roll() * circles.size);
    const isSwap = roll() < 0.7;
    const b = isSwap ? circles.at[other]! : Math.floor(roll() * circles.count);
    if (a === b) continue;
    const by = weight[one]! - (isSwap ? weight[other]! : 0);
    const [before, after] = [
      excess(circles, circles.load[a]!) + excess(circles, circles.load[b]!),
      excess(circles, circles.load[a]! - by) + excess(circles, circles.load[b]! + by),
    ];
    if (after > before && roll() > 0.001) continue;
    circles.move(one, b);
    if (isSwap) circles.move(other, a);
    if (after !== before || tries % 64 === 0) left = off();
  }
  return off() === 0;
}

/** As many circles as come together, each around a seed that is still free, of those who bring most. */
export function gather(circles: Circles, roll: () => number, isLate: () => boolean): void {
  const regroup = new Regroup(circles, roll);
  for (const member of shuffled(circles.size, roll)) {
    if (isLate()) return;
    if (circles.at[member] !== circles.waiting) continue;
    const before = circles.total;
    regroup.forget();
    if (regroup.begin(member, true) && circles.total <= before) regroup.undo();
  }
  for (const member of shuffled(circles.size, roll)) {
    if (circles.at[member] === circles.waiting) regroup.settle(member);
  }
}

function shuffled(size: number, roll: () => number): Int32Array {
  const order = Int32Array.from({ length: size }, (_each, at) => at);
  for (let at = size - 1; at > 0; at--) {
    const other = Math.floor(roll() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
