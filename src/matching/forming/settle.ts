import type { Circles } from './circles.ts';
import { Regroup } from './regroup.ts';
import { Steps } from './steps.ts';

/** Rounds of looking for what is simply better: each takes all that is, so few are needed. */
const ROUNDS = 50;

/** Takes every single step that is better, until there is none: insertions and, where that is quick, swaps. */
export function descend(circles: Circles, isLate: () => boolean): void {
  const steps = new Steps(circles);
  const least = 1e-12 + circles.problem.bonus / 2;
  for (let round = 0; round < ROUNDS; round++) {
    const before = circles.total;
    for (let member = 0; member < circles.size; member++) {
      if (member % 256 === 0 && isLate()) return;
      improve(circles, steps, member, least);
    }
    if (circles.total - before <= least) return;
  }
}

function improve(circles: Circles, steps: Steps, member: number, least: number): void {
  for (const to of circlesFor(circles, member)) {
    if (to !== circles.at[member] && steps.insert(member, to) && steps.by > least) steps.take();
  }
  if (!circles.isSmall) return;
  for (let other = 0; other < member; other++) {
    if (circles.at[other] === circles.at[member]) continue;
    if (steps.swap(member, other) && steps.by > least) steps.take();
  }
}

function circlesFor(circles: Circles, member: number): Iterable<number> {
  if (circles.isSmall) return range(circles.count + (circles.isOpen ? 1 : 0));
  const { start, near } = circles.problem;
  const found = new Set<number>();
  for (let at = start[member]!; at < start[member + 1]!; at++) found.add(circles.at[near[at]!]!);
  found.delete(circles.waiting);
  return found;
}

function* range(count: number): Iterable<number> {
  for (let each = 0; each < count; each++) yield each;
}

/** Where a look at every circle with room would take too long, so many are looked at for each who waits. */
const ROOMS = 200;

/** Of equal totals the one with more people: who waits takes a place that costs nothing, or a new circle that does. */
export function fill(circles: Circles, roll: () => number, isLate: () => boolean): void {
  if (!circles.isOpen) return;
  const regroup = new Regroup(circles, roll);
  const steps = new Steps(circles);
  const waiting = () => [...circles.people[circles.waiting]!].sort((a, b) => a - b);
  for (const member of waiting()) {
    if (isLate()) return;
    regroup.settle(member);
  }
  for (const member of waiting()) {
    if (isLate()) return;
    if (circles.at[member] !== circles.waiting) continue;
    const before = circles.total;
    if (regroup.attempt(member) && circles.total <= before) regroup.undo();
  }
  const rooms = range(circles.count);
  const open = [...rooms].filter((circle) => circles.people[circle]!.length > 0 && hasRoom(circles, circle));
  for (const member of waiting()) {
    if (isLate()) return;
    let looked = 0;
    for (let at = 0; at < open.length && looked < ROOMS; at++) {
      const circle = open[at]!;
      if (!hasRoom(circles, circle)) {
        open.splice(at--, 1);
        continue;
      }
      looked += 1;
      if (!steps.insert(member, circle) || steps.by <= 0) continue;
      steps.take();
      break;
    }
  }
}

const hasRoom = (circles: Circles, circle: number): boolean => circles.load[circle]! < circles.problem.upper;
