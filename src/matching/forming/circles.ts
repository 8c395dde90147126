import type { Forming } from './problem.ts';

/** Up to here what every member brings to every circle is kept at hand (64 MB); beyond, it is added up when asked for. */
const MOST_CELLS = 8_000_000;
/** Up to here affinities are looked up in a square (32 MB). */
const MOST_SIDE = 2000;

/** Who sits where. The last circle, `waiting`, is none: there nobody brings anything. */
export class Circles {
  readonly size: number;
  /** How many circles there may be. */
  readonly count: number;
  readonly waiting: number;
  /** Whether people may wait and circles may stand empty. */
  readonly isOpen: boolean;
  readonly at: Int32Array;
  readonly load: Float64Array;
  readonly people: number[][];
  /** Everything within circles, and the bonus of every place. */
  total = 0;
  private readonly seat: Int32Array;
  private readonly brought: Float64Array | null;
  private readonly square: Float64Array | null;

  constructor(readonly problem: Forming) {
    const { weight, lower, circles, bonus } = problem;
    this.size = weight.length;
    this.isOpen = circles === null;
    this.count = circles ?? mostCircles(weight, lower);
    this.waiting = this.count;
    this.at = new Int32Array(this.size).fill(this.waiting);
    this.seat = Int32Array.from(this.at, (_circle, member) => member);
    this.load = new Float64Array(this.count + 1);
    this.people = Array.from({ length: this.count + 1 }, () => []);
    this.people[this.waiting] = Array.from(this.at, (_circle, member) => member);
    const cells = this.count * this.size;
    this.brought = cells <= MOST_CELLS ? new Float64Array(cells).fill(bonus) : null;
    this.square = this.size <= MOST_SIDE ? squareOf(problem) : null;
  }

  /** Whether every circle can be looked at for every member. */
  get isSmall(): boolean {
    return this.brought !== null;
  }

  degree(member: number): number {
    return this.problem.start[member + 1]! - this.problem.start[member]!;
  }

  affinity(one: number, other: number): number {
    if (this.square) return this.square[one * this.size + other]!;
    const { start, near, worth } = this.problem;
    let low = start[one]!;
    let high = start[one + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (near[middle]! < other) low = middle + 1;
      else high = middle;
    }
    return low < start[one + 1]! && near[low] === other ? worth[low]! : 0;
  }

  /** What a member brings to a circle, or would. */
  pull(member: number, circle: number): number {
    if (circle === this.waiting) return 0;
    if (this.brought) return this.brought[circle * this.size + member]!;
    const { start, near, worth, bonus } = this.problem;
    const end = start[member + 1]!;
    let sum = bonus;
    for (let at = start[member]!; at < end; at++) if (this.at[near[at]!] === circle) sum += worth[at]!;
    return sum;
  }

  move(member: number, to: number): void {
    const from = this.at[member]!;
    this.total += this.pull(member, to) - this.pull(member, from);
    const last = this.people[from]!.pop()!;
    const seat = this.seat[member]!;
    if (last !== member) {
      this.people[from]![seat] = last;
      this.seat[last] = seat;
    }
    this.seat[member] = this.people[to]!.push(member) - 1;
    this.at[member] = to;
    const weight = this.problem.weight[member]!;
    this.load[from]! -= weight;
    this.load[to]! += weight;
    if (this.brought) this.tell(this.brought, member, from, to);
  }

  private tell(brought: Float64Array, member: number, from: number, to: number): void {
    const { start, near, worth } = this.problem;
    const end = start[member + 1]!;
    const [out, into] = [from * this.size, to * this.size];
    if (from !== this.waiting) {
      for (let at = start[member]!; at < end; at++) brought[out + near[at]!]! -= worth[at]!;
    }
    if (to !== this.waiting) {
      for (let at = start[member]!; at < end; at++) brought[into + near[at]!]! += worth[at]!;
    }
  }

  mayLeave(circle: number, weight: number): boolean {
    if (circle === this.waiting) return true;
    return (
      this.load[circle]! - weight >= this.problem.lower || (this.isOpen && this.people[circle]!.length === 1)
    );
  }

  mayEnter(circle: number, weight: number): boolean {
    if (circle === this.waiting) return this.isOpen;
    const load = this.load[circle]! + weight;
    return load <= this.problem.upper && load >= this.problem.lower;
  }

  /** Whether a circle stays within bounds when its load changes by so much and people remain. */
  mayChange(circle: number, by: number): boolean {
    if (circle === this.waiting) return true;
    const load = this.load[circle]! + by;
    return load <= this.problem.upper && load >= this.problem.lower;
  }

  /** Seats everybody as they sat in a copy of `at`. */
  restore(at: Int32Array): void {
    for (let member = 0; member < this.size; member++) {
      if (this.at[member] !== at[member]) this.move(member, at[member]!);
    }
  }
}

function mostCircles(weight: Float64Array, lower: number): number {
  const all = weight.reduce((sum, one) => sum + one, 0);
  return Math.max(1, Math.min(weight.length, lower > 0 ? Math.floor(all / lower) : weight.length));
}

function squareOf({ ids, start, near, worth }: Forming): Float64Array {
  const square = new Float64Array(ids.length * ids.length);
  for (let member = 0; member < ids.length; member++) {
    for (let at = start[member]!; at < start[member + 1]!; at++) {
      square[member * ids.length + near[at]!] = worth[at]!;
    }
  }
  return square;
}
