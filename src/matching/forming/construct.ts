import type { Circles } from './circles.ts';
import { Regroup } from './regroup.ts';

/** Everybody in one of the circles given, evenly; false if no way was found to meet the bounds. */
export function seatAll(circles: Circles, roll: () => number): boolean {
  if (!circles.isSmall) {
    seatTogether(circles, roll);
    if (balance(circles, roll)) return true;
  }
  const { weight } = circles.problem;
  for (let member = 0; member < circles.size; member++) circles.move(member, circles.waiting);
  const order = shuffled(circles.size, roll).sort((a, b) => weight[b]! - weight[a]!);
  const lightest = new Lightest(circles);
  for (const member of order) {
    circles.move(member, lightest.top);
    lightest.sink();
  }
  return balance(circles, roll);
}

/** Circle after circle is filled to its share with those who bring most to who is there. For many, who know of few. */
function seatTogether(circles: Circles, roll: () => number): void {
  const { start, near, worth, weight } = circles.problem;
  const order = shuffled(circles.size, roll);
  const gain = new Float64Array(circles.size);
  let left = weight.reduce((sum, one) => sum + one, 0);
  let next = 0;
  for (let circle = 0; circle < circles.count; circle++) {
    const share = left / (circles.count - circle);
    const seen = new Set<number>();
    while (circles.load[circle]! < share - 1e-9) {
      let member = mostOf(seen, gain);
      while (member < 0 && next < order.length) {
        const one = order[next++]!;
        if (circles.at[one] === circles.waiting) member = one;
      }
      if (member < 0) return;
      seen.delete(member);
      circles.move(member, circle);
      for (let at = start[member]!; at < start[member + 1]!; at++) {
        const other = near[at]!;
        if (circles.at[other] !== circles.waiting) continue;
        seen.add(other);
        gain[other]! += worth[at]!;
      }
    }
    left -= circles.load[circle]!;
    for (const one of seen) gain[one] = 0;
  }
}

/** Who gains most, if that is anything; -1 if nobody. */
function mostOf(seen: Set<number>, gain: Float64Array): number {
  let [best, most] = [-1, 0];
  for (const one of seen) if (gain[one]! > most) [best, most] = [one, gain[one]!];
  return best;
}

/** The circles as a heap, the lightest on top; the lower number first among equals. */
class Lightest {
  private readonly heap: Int32Array;

  constructor(private readonly circles: Circles) {
    this.heap = Int32Array.from({ length: circles.count }, (_each, at) => at);
  }

  get top(): number {
    return this.heap[0]!;
  }

  /** To be told when the top has become heavier. */
  sink(): void {
    const { heap } = this;
    for (let at = 0; ; ) {
      let least = 2 * at + 1;
      if (least >= heap.length) return;
      if (least + 1 < heap.length && this.isLess(heap[least + 1]!, heap[least]!)) least += 1;
      if (!this.isLess(heap[least]!, heap[at]!)) return;
      [heap[at], heap[least]] = [heap[least]!, heap[at]!];
      at = least;
    }
  }

  private isLess(one: number, other: number): boolean {
    const { load } = this.circles;
    return load[one] === load[other] ? one < other : load[one]! < load[other]!;
  }
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
    left += after - before;
    if (left < 1e-9) left = off();
  }
  return off() === 0;
}

/**
 * As many circles as come together, each around a seed that is still free, of those who bring most. No clock ends it: it
 * takes about a second for 100 000 members, and half a list seated is of no use to anybody.
 */
export function gather(circles: Circles, roll: () => number): void {
  const regroup = new Regroup(circles, roll);
  for (const member of shuffled(circles.size, roll)) {
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
