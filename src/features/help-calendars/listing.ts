import { sql } from 'kysely';
import type { Keyring } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { linkPath } from '../links/index.ts';
import { calendarOf, type HelpCalendar, openAbout } from './calendar.ts';
import { TASKS, type Task } from './words.ts';

type Me = Scope & { memberId: string };

/** A calendar in a list, with how much of what is ahead is taken. */
export interface Listed {
  calendar: HelpCalendar;
  taken: number;
  ahead: number;
}

/** Somebody's calendar she helps in, and her own page there. */
export interface Helping {
  calendar: HelpCalendar;
  path: string;
  turns: number;
}

/** Her calendars, those she set up for somebody, and those she helps in. */
export async function herHelpCalendars(
  tx: Tx,
  keys: Keyring,
  me: Me,
): Promise<{ kept: Listed[]; helping: Helping[] }> {
  const rows = await tx.all(query.selectFrom('help_calendars').selectAll().orderBy('asked_at', 'desc'));
  const counts = await tx.all(sql<{ calendar_id: string; taken: number; ahead: number; mine: number }>`
    SELECT s.calendar_id, count(s.helper_id)::int AS taken, count(*)::int AS ahead,
      count(*) FILTER (WHERE h.member_id = ${me.memberId})::int AS mine
    FROM help_slots s LEFT JOIN help_helpers h USING (community_id, helper_id)
    WHERE s.ends_at > now() AND s.closed_at IS NULL GROUP BY s.calendar_id`);
  const countOf = new Map(counts.map((row) => [row.calendar_id, row]));
  const links = await tx.hot<{ calendar_id: string; link_id: string }>(
    'SELECT calendar_id, link_id FROM access.my_help_turns()',
    [],
  );
  const all = rows.filter(({ about }) => about !== '').map((row) => calendarOf(keys, row));
  const isKept = ({ holderId, organiserId }: HelpCalendar) => [holderId, organiserId].includes(me.memberId);
  return {
    kept: all.filter(isKept).map((calendar) => {
      const { taken = 0, ahead = 0 } = countOf.get(calendar.calendarId) ?? {};
      return { calendar, taken, ahead };
    }),
    helping: links.flatMap(({ calendar_id, link_id }) => {
      const calendar = all.find((one) => one.calendarId === calendar_id);
      const turns = countOf.get(calendar_id)?.mine ?? 0;
      return calendar ? [{ calendar, path: linkPath(keys, 'helper', link_id), turns }] : [];
    }),
  };
}

/** The link of a calendar that its helpers come by; null while there is none, or she took it back. */
export async function doorOf(tx: Tx, calendarId: string): Promise<string | null> {
  const row = await tx.first(
    query
      .selectFrom('links')
      .select('link_id')
      .where('kind', '=', 'help-calendar')
      .where('subject_id', '=', calendarId)
      .where('revoked_at', 'is', null),
  );
  return row?.link_id ?? null;
}

/** Members she may make one for: those in her circles whom nothing keeps from her. */
export async function friendsOf(tx: Tx, me: Me): Promise<{ memberId: string; name: string }[]> {
  return tx.hot(
    `SELECT DISTINCT m.member_id AS "memberId", m.display_name AS name FROM circle_members c
     JOIN members m USING (community_id, member_id)
     WHERE c.circle_id = ANY ((SELECT access.my_circle_ids())::uuid[]) AND m.member_id <> $1
       AND m.member_id <> ALL ((SELECT access.my_blocked_ids())::uuid[])
     ORDER BY name LIMIT 200`,
    [me.memberId],
  );
}

/** Whether she has one that is open to helpers. */
export async function herOpenCalendar(tx: Tx, { memberId }: Me): Promise<boolean> {
  const row = await tx.first(
    query
      .selectFrom('help_calendars')
      .select('calendar_id')
      .where('holder_id', '=', memberId)
      .where('for_other', '=', false)
      .where('consent', '=', 'given')
      .where('ended_at', 'is', null)
      .limit(1),
  );
  return row !== undefined;
}

/** An open calendar as one of her people finds it: enough to tell two of hers apart. */
export interface Glance {
  called: string;
  /** Her own line about it; '' when she left none. */
  said: string;
  path: string;
  /** What is wanted from now on. */
  tasks: Task[];
  /** The first and the last day with a slot, 'YYYY-MM-DD'; null: none is ahead. */
  from: string | null;
  until: string | null;
  /** Slots ahead that nobody has. */
  open: number;
}

/** For the pages of her people, by their link or inside a circle: the open calendars she lets them see, with their addresses. */
export async function calendarsSeenBy(tx: Tx, keys: Keyring, holderId: string): Promise<Glance[]> {
  const rows = await tx.hot<{
    about: string;
    link_id: string;
    tasks: Task[] | null;
    first_day: string | null;
    last_day: string | null;
    open: number;
  }>('SELECT about, link_id, tasks, first_day, last_day, open FROM access.help_calendars_at_a_glance($1)', [
    holderId,
  ]);
  return rows.map((row) => ({
    called: openAbout(keys, row.about).called,
    said: openAbout(keys, row.about).said,
    path: linkPath(keys, 'help-calendar', row.link_id),
    tasks: TASKS.filter((task) => row.tasks?.includes(task)),
    from: row.first_day,
    until: row.last_day,
    open: row.open,
  }));
}
