import type { Circles } from './circles.ts';

/** What one member after another cannot do: end a circle, begin one, deal two circles out anew. Can be taken back. */
export class Regroup {
  /** Looked at since it was last asked for, in entries of neighbours. */
  work = 0;
  private readonly moved: number[] = [];
  private readonly from: number[] = [];
  private readonly gain: Float64Array;
  private readonly isSeen: Uint8Array;

  constructor(
    private readonly circles: Circles,
    private readonly roll: () => number,
  ) {
    this.gain = new Float64Array(circles.size);
    this.isSeen = new Uint8Array(circles.size);
  }

  /** Tries one around a member. True if it came to an arrangement within bounds, better or worse. */
  attempt(member: number): boolean {
    this.forget();
    const circle = this.circles.at[member]!;
    if (circle === this.circles.waiting) return this.begin(member, false);
    const which = this.roll();
    if (which < 0.2) return this.begin(member, false);
    if (which < 0.4) {
      this.end(circle);
      return true;
    }
    return this.dealOut(member);
  }

  undo(): void {
    for (let at = this.moved.length; at-- > 0; ) this.circles.move(this.moved[at]!, this.from[at]!);
    this.forget();
  }

  /** From here on is what can be taken back. */
  forget(): void {
    this.moved.length = 0;
    this.from.length = 0;
  }

  private move(member: number, to: number): void {
    this.moved.push(member);
    this.from.push(this.circles.at[member]!);
    this.circles.move(member, to);
    this.work += 2 * this.circles.degree(member);
  }

  /** Everybody of a circle goes where she brings most, or waits. */
  private end(circle: number): void {
    const people = [...this.circles.people[circle]!];
    for (const member of people) this.move(member, this.circles.waiting);
    for (const member of people) this.settle(member);
  }

  /** Where a member who waits brings most, if that is anything. */
  settle(member: number): void {
    const { circles } = this;
    const { start, near, weight } = circles.problem;
    let [best, most] = [circles.waiting, 0];
    for (let at = start[member]!; at < start[member + 1]!; at++) {
      const circle = circles.at[near[at]!]!;
      if (circle === circles.waiting || circle === best) continue;
      if (!circles.people[circle]!.length || !circles.mayEnter(circle, weight[member]!)) continue;
      const pull = circles.pull(member, circle);
      this.work += circles.isSmall ? 4 : circles.degree(member);
      if (pull > most) [best, most] = [circle, pull];
    }
    if (best !== circles.waiting) this.move(member, best);
  }

  /** The circle of a member and that of a neighbour (or anybody) are emptied and begun again from other seeds. */
  private dealOut(member: number): boolean {
    const { circles } = this;
    const { start, near } = circles.problem;
    const degree = circles.degree(member);
    const other =
      degree > 0
        ? near[start[member]! + Math.floor(this.roll() * degree)]!
        : Math.floor(this.roll() * circles.size);
    const people = [...circles.people[circles.at[member]!]!];
    const second = circles.at[other]!;
    if (second !== circles.waiting && second !== circles.at[member]) people.push(...circles.people[second]!);
    for (const one of people) this.move(one, circles.waiting);
    let begun = 0;
    for (let tries = 0; tries < 3; tries++) {
      const seed = people[Math.floor(this.roll() * people.length)]!;
      if (circles.at[seed] === circles.waiting && this.begin(seed, true)) begun += 1;
    }
    for (const one of people) if (circles.at[one] === circles.waiting) this.settle(one);
    return begun > 0;
  }

  /** A new circle around a member, of whoever gains most by coming. False, with nothing moved, if too few can. */
  begin(seed: number, onlyWaiting: boolean): boolean {
    const { circles } = this;
    const { weight, lower } = circles.problem;
    const to = this.emptyCircle();
    if (to < 0 || !circles.mayLeave(circles.at[seed]!, weight[seed]!)) return false;
    if (weight[seed]! > circles.problem.upper) return false;
    const already = this.moved.length;
    const seen: number[] = [];
    this.move(seed, to);
    this.see(seed, seen);
    for (;;) {
      const next = this.best(to, seen, onlyWaiting);
      const needs = circles.load[to]! < lower;
      if (next < 0 || (!needs && this.gainOf(next) <= 0)) break;
      this.move(next, to);
      this.see(next, seen);
    }
    for (const one of seen) {
      this.gain[one] = 0;
      this.isSeen[one] = 0;
    }
    if (circles.load[to]! >= lower) return true;
    while (this.moved.length > already) circles.move(this.moved.pop()!, this.from.pop()!);
    return false;
  }

  private gainOf(member: number): number {
    const { circles } = this;
    this.work += circles.isSmall ? 1 : circles.degree(member);
    return this.gain[member]! + circles.problem.bonus - circles.pull(member, circles.at[member]!);
  }

  private see(member: number, seen: number[]): void {
    const { start, near, worth } = this.circles.problem;
    for (let at = start[member]!; at < start[member + 1]!; at++) {
      const other = near[at]!;
      if (!this.isSeen[other]) {
        this.isSeen[other] = 1;
        seen.push(other);
      }
      this.gain[other]! += worth[at]!;
    }
  }

  /** Who should come next; of those nobody in the circle knows, one who waits, by chance. -1 if nobody can. */
  private best(to: number, seen: number[], onlyWaiting: boolean): number {
    const { circles } = this;
    const { weight, upper } = circles.problem;
    const room = upper - circles.load[to]!;
    let [best, most] = [-1, Number.NEGATIVE_INFINITY];
    const weigh = (other: number): void => {
      const at = circles.at[other]!;
      if (at === to || weight[other]! > room) return;
      if (at !== circles.waiting && (onlyWaiting || !circles.mayLeave(at, weight[other]!))) return;
      const gain = this.gainOf(other);
      if (gain > most) [best, most] = [other, gain];
    };
    for (const other of seen) weigh(other);
    const waiting = circles.people[circles.waiting]!;
    for (let tries = 0; tries < 4 && most <= circles.problem.bonus && waiting.length; tries++) {
      weigh(waiting[Math.floor(this.roll() * waiting.length)]!);
    }
    return best;
  }

  private lastEmpty = 0;

  private emptyCircle(): number {
    const { people, count } = this.circles;
    for (let step = 0; step < count; step++) {
      const circle = (this.lastEmpty + step) % count;
      if (people[circle]!.length) continue;
      this.lastEmpty = circle;
      return circle;
    }
    return -1;
  }
}
