import { Temporal } from 'temporal-polyfill';
import type { Client } from '../../../test/kit/client.ts';
import type { People } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { linkPath, tokenOf } from '../links/index.ts';
import { layOut, timesOn, tomorrowIn } from './laying-out.ts';
import { type Draft, makeCalendar } from './making.ts';
import type { Task } from './words.ts';

export const ZONE = 'America/Chicago';

export interface MadeCalendar {
  id: string;
  path: string;
  /** What helpers come by. */
  link: string;
  slots: { slotId: string; day: string; task: string; startsAt: Date }[];
}

interface Wanted {
  by?: keyof People;
  tasks?: Task[];
  weeks?: number;
  whose?: Draft['whose'];
}

/** Maya's calendar: a dinner every day for so many weeks from tomorrow on, open. */
export async function aHelpCalendar(
  world: World,
  { by = 'maya', tasks = ['meal'], weeks = 1, whose = { for: 'me' } }: Wanted = {},
): Promise<MadeCalendar> {
  const me = world.people[by];
  const { keys, db } = world.parts;
  const now = new Date();
  const from = tomorrowIn(ZONE, now);
  const slots = layOut({ tasks, weekdays: [1, 2, 3, 4, 5, 6, 7], from, weeks }, ZONE, now);
  const about = { called: whose.for === 'other' ? 'Lena' : me.name, said: '', gifts: [] };
  const draft = { occasion: 'birth' as const, about, timeZone: ZONE, slots, whose };
  const id = await db.write(me, (tx) => makeCalendar(tx, keys, me, draft));
  return {
    id,
    path: `/help-calendars/${id}`,
    link: await linkOf(world, 'help-calendar', id),
    slots: await slotsIn(world, id),
  };
}

/** The open link of a kind to one thing. */
export async function linkOf(
  world: World,
  kind: 'help-calendar' | 'helper' | 'helper-letter' | 'consent',
  subject: string,
): Promise<string> {
  const { rows } = await world.owner.query(
    'SELECT link_id FROM links WHERE kind = $1 AND subject_id = $2 AND revoked_at IS NULL',
    [kind, subject],
  );
  // Without one: the address of a door that is gone, of the shape that such addresses have.
  return rows[0]
    ? linkPath(world.parts.keys, kind, rows[0].link_id)
    : `/help-calendar/${'gone'.padEnd(22, '-')}`;
}

export async function slotsIn(world: World, calendarId: string): Promise<MadeCalendar['slots']> {
  const { rows } = await world.owner.query(
    `SELECT slot_id AS "slotId", day::text, task, starts_at AS "startsAt" FROM help_slots WHERE calendar_id = $1 ORDER BY starts_at, slot_id`,
    [calendarId],
  );
  return rows;
}

/** What Sam fills in. */
export const SAM = { name: 'Sam', mail: 'sam@example.org', phone: '', brings: '' };

/** Claims a slot by the link; resolves to the answer, and the helper's own page where it led to. */
export async function claimBy(
  client: Client,
  link: string,
  slotId: string,
  said: Partial<typeof SAM> & { once?: string; anyway?: string; backsUp?: string } = {},
) {
  const answer = await client.post(`${link}/slots/${slotId}`, { once: newId(), ...SAM, ...said });
  return { ...answer, mine: answer.location?.startsWith('/helping/') ? answer.location : null };
}

/** Moves a slot to a day from today, at its usual hours or those said: tests have no other clock than the database's. */
export async function moveTo(
  world: World,
  slotId: string,
  days: number,
  hours = { from: '17:00', to: '19:00' },
) {
  const day = Temporal.Now.zonedDateTimeISO(ZONE).toPlainDate().add({ days }).toString();
  const { startsAt, endsAt } = timesOn(day, hours, ZONE);
  await world.owner.query('UPDATE help_slots SET day = $2, starts_at = $3, ends_at = $4 WHERE slot_id = $1', [
    slotId,
    day,
    startsAt,
    endsAt,
  ]);
  return { day, startsAt, endsAt };
}

/** A moment by the clock of the calendar, so many days from today. */
export const clockIn = (days: number, time: string): Date =>
  timesOn(
    Temporal.Now.zonedDateTimeISO(ZONE).toPlainDate().add({ days }).toString(),
    { from: time, to: '23:59' },
    ZONE,
  ).startsAt;

export const tokenIn = (world: World, linkId: string): string => tokenOf(world.parts.keys, linkId);

/** Maya says yes to whoever has a slot: for tests that are about something else than who is at her door. */
export const knowHelpers = (world: World, calendarId: string) =>
  world.owner.query(
    `UPDATE help_helpers SET known_at = now(), known_by = 'holder' WHERE calendar_id = $1 AND known_at IS NULL`,
    [calendarId],
  );
