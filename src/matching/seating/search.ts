import { Budget } from '../forming/budget.ts';
import { dice } from '../forming/dice.ts';
import { Steps } from './anneal.ts';
import type { Circle } from './circle.ts';
import { construct } from './construct.ts';
import { UNIT } from './pair-values.ts';
import { renew } from './renew.ts';
import { Seats } from './seats.ts';
import type { Table } from './table.ts';

/** How warm it is at first and at last: about a seat, and about a companion. Measured (0054). */
const HOT = 3 * UNIT;
const COLD = 0.3 * UNIT;
/** Small steps for each time that circles are made anew. */
const STEPS = 20;
/** So many rounds of warming and cooling; few members need it often. */
const rounds = (size: number): number => (size <= 40 ? 6 : 1);

/** Work enough for so many, in counted units: the same circles come out on any machine. */
export const enoughWork = (size: number): number => Math.min(4.2e7, 1e6 + size * 2e4);

/** The best seating the search finds. Every circle in it keeps every rule. */
export function search(table: Table, work: number, goal = Number.POSITIVE_INFINITY): Circle[] {
  const budget = new Budget(work);
  const spend = (units: number) => budget.spend(units);
  const roll = dice(table.size + 7 * table.theirs.length);
  const seats = new Seats(table);
  construct(seats, spend);
  const steps = new Steps(seats, roll);
  let best = { total: seats.total, circles: seats.kept() };
  const count = rounds(table.size);
  for (let round = 0; round < count && best.total < goal; round++) {
    const [begin, end] = [round / count, (round + 1) / count];
    for (let share = Math.max(begin, budget.share()); share < end; share = budget.share()) {
      const heat = HOT * (COLD / HOT) ** ((share - begin) / (end - begin));
      renew(seats, roll, { heat, spend });
      for (let step = 0; step < STEPS; step++) stepOf(steps, step, heat);
      spend(STEPS * 4);
      if (seats.total > best.total) best = { total: seats.total, circles: seats.kept() };
      if (best.total >= goal) break;
    }
  }
  seats.putBack(best.circles);
  settle(seats, steps);
  return seats.kept();
}

/** Without heat, whatever is simply better is taken: as often as everybody could have gone everywhere. */
function settle(seats: Seats, steps: Steps): void {
  const tries = 4 * seats.table.size * Math.max(1, seats.circles.length);
  for (let step = 0; step < Math.min(tries, SETTLING); step++) stepOf(steps, step, 0);
}
const SETTLING = 3e6;

function stepOf(steps: Steps, step: number, heat: number): void {
  if (step % 16 === 0) steps.leave(heat);
  else if (step % 16 === 8) steps.pair(heat);
  else steps.propose(heat);
}
