import { type Circle, worthOf } from './circle.ts';
import { grow } from './grow.ts';
import type { Seats } from './seats.ts';
import { choicesOf, teamsOf } from './settings.ts';
import { MAY } from './table.ts';

/** Settings tried for each circle that is begun. */
const SETTINGS = 4;

/**
 * The first seating: whoever can lead the fewest of those who wait chooses first; her circle is the best of those grown
 * in the settings for which most could come, around who has waited longest. Again, until nothing more can be opened.
 */
export function construct(seats: Seats, spend: (units: number) => void): void {
  const { theirs, may, size } = seats.table;
  const leads = theirs.map((_one, lead) => ({
    lead,
    may: may.subarray(lead * size, (lead + 1) * size).reduce((sum, one) => sum + (one >= MAY ? 1 : 0), 0),
  }));
  leads.sort((a, b) => a.may - b.may || a.lead - b.lead);
  for (let opened = true; opened; ) {
    opened = false;
    for (const { lead } of leads) {
      const waiting = seats.waiting();
      if (waiting.length < seats.table.rules.lower) return;
      const circle = bestFor(seats, lead, waiting);
      spend(waiting.length * SETTINGS);
      if (!circle) continue;
      seats.open(circle);
      opened = true;
    }
  }
}

function bestFor(seats: Seats, lead: number, waiting: readonly number[]): Circle | null {
  const { hers } = seats.table;
  const choices = teamsOf(seats, lead)
    .slice(0, SETTINGS)
    .flatMap((team) => choicesOf(seats, team, waiting))
    .sort((a, b) => b.count - a.count)
    .slice(0, SETTINGS);
  let best: { circle: Circle; worth: number } | null = null;
  const seed = (fitting: readonly number[]) =>
    fitting.reduce((first, one, at) => (hers[one]!.days > hers[fitting[first]!]!.days ? at : first), 0);
  for (const { setting } of choices) {
    const circle = grow(seats.table, setting, waiting, { seed, noise: () => 0 });
    if (!circle) continue;
    const worth = worthOf(seats.table, circle);
    if (worth > 0 && (!best || worth > best.worth)) best = { circle, worth };
  }
  return best?.circle ?? null;
}
