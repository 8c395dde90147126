import type { Budget } from './budget.ts';
import type { Circles } from './circles.ts';
import { Regroup } from './regroup.ts';
import { Steps } from './steps.ts';

/** From one share of the budget to another, cooling from one temperature to another. */
export interface Cooling {
  until: number;
  hot: number;
  cold: number;
}

/** Steps between two looks at the budget. */
const ROUND = 512;
/** What one proposal costs where everything is at hand, in entries of neighbours. */
const PROPOSAL = 8;
/** One in so many proposals deals circles out anew, where circles may come and go. */
const RARE = 50;

/** Simulated annealing over insertions, swaps, exchanges of two for one, and circles that begin and end. */
export class Annealing {
  private readonly steps: Steps;
  private readonly regroup: Regroup;
  private work = 0;

  constructor(
    private readonly circles: Circles,
    private readonly budget: Budget,
    private readonly roll: () => number,
    private readonly tell?: (share: number) => void,
  ) {
    this.steps = new Steps(circles);
    this.regroup = new Regroup(circles, roll);
  }

  run({ until, hot, cold }: Cooling): void {
    const from = this.budget.share();
    if (from >= until || this.circles.size < 2) return;
    let temperature = hot;
    for (;;) {
      for (let each = 0; each < ROUND; each++) this.step(temperature);
      this.budget.spend(this.work);
      this.work = 0;
      const share = this.budget.share();
      this.tell?.(share);
      if (share >= until) return;
      temperature = hot * (cold / hot) ** ((share - from) / (until - from));
    }
  }

  /** By how much proposals change the total, in the middle: what is hot and what is cold follows from it. */
  usualChange(): number {
    let [sum, count] = [0, 0];
    for (let each = 0; each < 2000; each++) {
      const member = Math.floor(this.roll() * this.circles.size);
      if (!this.propose(member) || this.steps.by === 0) continue;
      sum += Math.abs(this.steps.by);
      count += 1;
    }
    this.budget.spend(this.work);
    this.work = 0;
    return count ? sum / count : 1;
  }

  private step(temperature: number): void {
    const { circles, steps, roll } = this;
    const member = Math.floor(roll() * circles.size);
    if (circles.isOpen && roll() * RARE < 1) {
      this.deal(member, temperature);
      return;
    }
    if (!this.propose(member)) return;
    if (steps.by < 0 && roll() >= Math.exp(steps.by / temperature)) return;
    for (let each = 0; each < steps.count; each++) this.work += 2 * circles.degree(steps.member[each]!);
    steps.take();
  }

  private deal(member: number, temperature: number): void {
    const { circles, regroup } = this;
    const before = circles.total;
    const done = regroup.attempt(member);
    const by = circles.total - before;
    if (!done || (by < 0 && this.roll() >= Math.exp(by / temperature))) {
      regroup.undo();
      circles.total = before;
    }
    this.work += 2 * regroup.work;
    regroup.work = 0;
  }

  private propose(member: number): boolean {
    const { circles, steps, roll } = this;
    this.work += circles.isSmall ? PROPOSAL : PROPOSAL + 4 * circles.degree(member);
    const from = circles.at[member]!;
    if (circles.isOpen && from !== circles.waiting && roll() < 0.02)
      return steps.insert(member, circles.waiting);
    const to = this.somewhere(member);
    if (to === from) return false;
    const which = roll();
    const people = circles.people[to]!;
    if (which < 0.4 || people.length === 0) return steps.insert(member, to);
    const third = people[Math.floor(roll() * people.length)]!;
    if (which < 0.9 || from === circles.waiting || to === circles.waiting) return steps.swap(member, third);
    const mine = circles.people[from]!;
    const two = mine[Math.floor(roll() * mine.length)]!;
    return two !== member && steps.exchange(member, two, third);
  }

  /** Half of the time where somebody is who matters to her, otherwise anywhere. */
  private somewhere(member: number): number {
    const { circles, roll } = this;
    const { start, near } = circles.problem;
    const degree = circles.degree(member);
    if (degree > 0 && (!circles.isSmall || roll() < 0.5)) {
      return circles.at[near[start[member]! + Math.floor(roll() * degree)]!]!;
    }
    return circles.isOpen
      ? circles.at[Math.floor(roll() * circles.size)]!
      : Math.floor(roll() * circles.count);
  }
}
