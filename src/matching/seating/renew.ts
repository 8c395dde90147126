import { grow } from './grow.ts';
import { UNIT } from './pair-values.ts';
import type { Seats } from './seats.ts';
import { choicesOf, teamsOf } from './settings.ts';

/** Of those who wait, so many are looked at when circles are made anew. */
const WAITING = 200;
/** Facilitators without a circle who are asked as well. */
const IDLE = 3;
/** Of the settings for which most could come, one of so many is tried. */
const AMONG = 6;

/**
 * Takes a circle or a few apart, together with those who wait, and makes others of them: other hours, other languages,
 * others who lead. Kept if it is better, or, as long as it is warm, not much worse; else all is put back as it was.
 */
export function renew(
  seats: Seats,
  roll: () => number,
  { heat, spend }: { heat: number; spend: (units: number) => void },
): void {
  const before = seats.total;
  const many = Math.min(seats.circles.length, Math.floor(roll() * 4));
  const taken = Array.from({ length: many }, () => seats.close(Math.floor(roll() * seats.circles.length)));
  const pool = [
    ...taken.flatMap(({ members }) => members),
    ...some(
      seats,
      taken.flatMap(({ members }) => members),
      roll,
    ),
  ];
  const opened = refill(seats, roll, {
    pool,
    leads: leadsFor(
      seats,
      taken.flatMap(({ team }) => team),
      roll,
    ),
    heat,
    spend,
  });
  const by = seats.total - before;
  if (by >= 0 || by > heat * Math.log(roll())) return;
  for (let each = 0; each < opened; each++) seats.close(seats.circles.length - 1);
  for (const circle of taken) seats.open(circle);
}

/** Those who wait, or some of them. */
function some(seats: Seats, but: readonly number[], roll: () => number): number[] {
  const taken = new Set(but);
  const waiting = seats.waiting().filter((member) => !taken.has(member));
  if (waiting.length <= WAITING) return waiting;
  return Array.from({ length: WAITING }, (_each, at) => {
    const other = at + Math.floor(roll() * (waiting.length - at));
    [waiting[at], waiting[other]] = [waiting[other]!, waiting[at]!];
    return waiting[at]!;
  });
}

/** Those who led them, and a few who lead nothing yet. */
function leadsFor(seats: Seats, led: readonly number[], roll: () => number): number[] {
  const leads = new Set(led);
  const count = seats.table.theirs.length;
  for (let each = 0; each < IDLE && count > 0; each++) leads.add(Math.floor(roll() * count));
  return [...leads].filter((lead) => seats.hasRoom(lead));
}

interface Refill {
  pool: number[];
  leads: number[];
  heat: number;
  spend: (units: number) => void;
}

/** Circles until nobody is left to lead or too few to sit in one. Answers how many. */
function refill(seats: Seats, roll: () => number, { pool, leads, heat, spend }: Refill): number {
  const isHot = heat > 0;
  let [opened, failed] = [0, 0];
  let left = pool;
  while (failed < 2 && leads.length > 0 && left.length >= seats.table.rules.lower) {
    const lead = leads[Math.floor(roll() * leads.length)]!;
    const teams = teamsOf(seats, lead);
    const team = teams[Math.floor(roll() * teams.length)];
    const choices = team ? choicesOf(seats, team, left) : [];
    spend(left.length * (8 + choices.length / 4));
    choices.sort((a, b) => b.count - a.count);
    // Half of the time one for which many could come, else any: scarce hours are somebody's only ones.
    const among = roll() < 0.5 ? Math.min(AMONG, choices.length) : choices.length;
    const choice = choices[Math.floor(roll() * among)];
    const circle =
      choice &&
      grow(seats.table, choice.setting, left, {
        seed: (fitting) => Math.floor(roll() * fitting.length),
        noise: () => (isHot ? roll() * UNIT : 0),
      });
    if (!circle) {
      failed += 1;
      continue;
    }
    spend(choice.count * circle.members.length);
    seats.open(circle);
    opened += 1;
    const seated = new Set(circle.members);
    left = left.filter((member) => !seated.has(member));
  }
  return opened;
}
