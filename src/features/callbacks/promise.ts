import type { Tx } from '../../platform/db/index.ts';
import { firstMeeting } from './hours.ts';
import { dayFrom, type ShiftDay, type Stretch, stretchOf } from './rota.ts';

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;
/** So far ahead the rota is looked at: a promise beyond is none. */
const DAYS_AHEAD = 14;

export interface Settings {
  promisedHours: number;
  tryMinutes: number;
}

export async function settingsOf(tx: Tx): Promise<Settings> {
  const [row] = await tx.hot<Settings>(
    'SELECT promised_hours AS "promisedHours", try_minutes AS "tryMinutes" FROM callback_settings',
    [],
  );
  return row ?? { promisedHours: 24, tryMinutes: 60 };
}

/** What can honestly be promised: until when she is called, and when somebody is there next. */
export interface Promised {
  by: Date;
  next: Stretch;
}

/** Where and when she can be called. */
export interface Reachable {
  language: string;
  hours: readonly string[];
  timeZone: string;
}

/**
 * Within the hours the community promises, unless nobody who speaks her language is there until later: then by the end of
 * the first shift that meets her hours. Null: nobody is.
 */
export async function promiseFor(
  tx: Tx,
  { language, hours, timeZone }: Reachable,
  communityZone: string,
  now: Date,
): Promise<Promised | null> {
  const turns = await tx.hot<ShiftDay>('SELECT day, starts, minutes FROM access.covered_turns($1, $2, $3)', [
    language,
    dayFrom(communityZone, now, -1),
    dayFrom(communityZone, now, DAYS_AHEAD),
  ]);
  const there = turns.map((turn) => stretchOf(turn, communityZone));
  const { promisedHours } = await settingsOf(tx);
  return promised(there, hours, timeZone, promisedHours, now);
}

/** The same over plain data. */
export function promised(
  there: readonly Stretch[],
  hours: readonly string[],
  timeZone: string,
  promisedHours: number,
  now: Date,
): Promised | null {
  const next = firstMeeting(there, hours, timeZone, now);
  if (!next) return null;
  const by = Math.max(now.getTime() + promisedHours * HOUR, next.until.getTime());
  return { by: new Date(Math.ceil(by / QUARTER) * QUARTER), next };
}

/** The languages in which somebody here could call her. */
export async function callLanguages(tx: Tx): Promise<string[]> {
  const [row] = await tx.hot<{ languages: string[] }>('SELECT access.call_languages() AS languages', []);
  return row?.languages ?? [];
}
