import type { Circle, Setting } from './circle.ts';
import { grow } from './grow.ts';
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
  const members = taken.flatMap((circle) => circle.members);
  const pool = [...members, ...some(seats, members, roll)];
  const opened = new Making(seats, roll, { heat, spend }).fill(pool, plansFor(seats, taken, roll));
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

/** A circle to make: in the setting it had, or in any that this facilitator could have. */
type Plan = { lead: number; setting: Setting | null };

/** Circles taken apart come again, mostly at the hour they had; and a few who lead nothing yet may get one. In any order. */
function plansFor(seats: Seats, taken: readonly Circle[], roll: () => number): Plan[] {
  const plans: Plan[] = taken.map(({ members: _members, ...setting }) => ({
    lead: setting.team[0]!,
    setting: roll() < KEPT ? setting : null,
  }));
  const count = seats.table.theirs.length;
  for (let each = Math.floor(roll() * (IDLE + 1)); each > 0 && count > 0; each--) {
    const lead = Math.floor(roll() * count);
    if (seats.hasRoom(lead))
      plans.splice(Math.floor(roll() * (plans.length + 1)), 0, { lead, setting: null });
  }
  return plans;
}
/** So often a circle made anew keeps its hour, its language and who leads it. */
const KEPT = 0.6;

class Making {
  constructor(
    private readonly seats: Seats,
    private readonly roll: () => number,
    private readonly effort: { heat: number; spend: (units: number) => void },
  ) {}

  /** Circles by these plans, as far as enough are left. Answers how many. */
  fill(pool: number[], plans: readonly Plan[]): number {
    let left = pool;
    let opened = 0;
    for (const plan of plans) {
      if (left.length < this.seats.table.rules.lower) break;
      const setting = this.settingFor(plan, left);
      const circle = setting && this.grown(setting, left);
      if (!circle) continue;
      this.seats.open(circle);
      opened += 1;
      const seated = new Set(circle.members);
      left = left.filter((member) => !seated.has(member));
    }
    return opened;
  }

  private settingFor({ lead, setting }: Plan, left: readonly number[]): Setting | null {
    const { seats, roll } = this;
    if (setting?.team.every((one) => seats.hasRoom(one) && (seats.hoursOf(one) >> setting.slot) & 1))
      return setting;
    const teams = teamsOf(seats, lead);
    const team = teams[Math.floor(roll() * teams.length)];
    const choices = team ? choicesOf(seats, team, left) : [];
    this.effort.spend(left.length * 4);
    choices.sort((a, b) => b.count - a.count);
    // Half of the time one for which many could come, else any: scarce hours are somebody's only ones.
    const among = roll() < 0.5 ? Math.min(AMONG, choices.length) : choices.length;
    return choices[Math.floor(roll() * among)]?.setting ?? null;
  }

  private grown(setting: Setting, left: readonly number[]): Circle | null {
    const { seats, roll } = this;
    const { lower, upper } = seats.table.rules;
    const { heat, spend } = this.effort;
    // A smaller one leaves enough for the next; whoever is left over comes in later, by single steps.
    const most = roll() < 0.5 ? upper : lower + Math.floor(roll() * (upper - lower + 1));
    spend(left.length * 6);
    return grow(seats.table, setting, left, {
      most,
      seed: (fitting) => Math.floor(roll() * fitting.length),
      noise: () => roll() * heat * NOISE,
    });
  }
}
/** How much chance there is in who comes in, beside what she brings. */
const NOISE = 2;
