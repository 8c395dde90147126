import { Temporal } from 'temporal-polyfill';
import type { People } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';

const ZONE = 'America/Chicago';
const MINUTE = 60_000;

/** So many minutes before it. */
export const before = (at: Date, minutes: number): Date => new Date(+at - minutes * MINUTE);

/** By a clock (of Chicago, unless said): the hour of the day it begins on, or so many days before. */
export function clock(at: Date, time: string, daysBefore = 0, zone = ZONE): Date {
  const day = Temporal.Instant.fromEpochMilliseconds(+at).toZonedDateTimeISO(zone).toPlainDate();
  const there = day
    .subtract({ days: daysBefore })
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(there.epochMilliseconds);
}

/** Everybody whose moment has come is reminded, as if it were `at`. */
export const remindAt = (world: World, at: Date): Promise<void> => world.job('gatherings.reminding', at);

/** Who was reminded of it so far, and which of the three: 'maya day'. */
export async function reminded(world: World, occurrenceId: string): Promise<string[]> {
  const { rows } = await world.owner.query<{ member_id: string; kind: string }>(
    'SELECT member_id, kind FROM notifications WHERE subject_id = $1 AND kind LIKE $2 ORDER BY kind',
    [occurrenceId, 'gatherings.reminder-%'],
  );
  const nameOf = (id: string) =>
    (Object.keys(world.people) as (keyof People)[]).find((one) => world.people[one].memberId === id);
  return rows.map((row) => `${nameOf(row.member_id)} ${row.kind.replace('gatherings.reminder-', '')}`).sort();
}

/** Her quiet hours, told in the same breath as how she is reached. */
export async function quiet(world: World, who: keyof People, from: string | null, to: string | null) {
  const { communityId, memberId } = world.people[who];
  await world.owner.query(
    `INSERT INTO notification_settings (community_id, member_id, quiet_from, quiet_to) VALUES ($1, $2, $3, $4)
     ON CONFLICT (community_id, member_id) DO UPDATE SET quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to`,
    [communityId, memberId, from, to],
  );
}
