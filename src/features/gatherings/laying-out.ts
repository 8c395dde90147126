import { newId } from '../../platform/crypto/index.ts';
import type { Scope, Tx } from '../../platform/db/index.ts';
import { expand, type Occurrence } from '../../platform/recurrence/index.ts';
import type { Gathering } from './gathering.ts';
import { type Schedule, seriesOf } from './series.ts';

/** So far ahead, and so many at most, stand in their table; the rest is laid out as time passes. */
export const DAYS_AHEAD = 400;
export const MOST_AHEAD = 400;
const DAY = 86_400_000;

export type Laid = Schedule & Pick<Gathering, 'gatheringId' | 'capacity'>;

/** When a gathering takes place from a moment on, as far as it is laid out ahead. `until`: how far that is. */
export function datesAhead(schedule: Schedule, from: Date, now: Date): { dates: Occurrence[]; until: Date } {
  const series = seriesOf(schedule);
  const horizon = new Date(+now + DAYS_AHEAD * DAY);
  const dates = expand(series, { from, to: horizon, atMost: MOST_AHEAD });
  // What begins later than that has its first time all the same, so that there is something to come to.
  if (dates.length === 0) dates.push(...expand(series, { from: horizon, to: FAR, atMost: 1 }));
  const last = dates.at(-1);
  const full = dates.length === MOST_AHEAD || (last && last.starts > horizon);
  return { dates, until: full && last ? last.starts : horizon };
}
const FAR = new Date('2100-01-01T00:00:00Z');

const INSERT = `INSERT INTO occurrences (community_id, occurrence_id, gathering_id, recurs_at, starts_at, ends_at, capacity)
  SELECT $1, o.id, $2, o.starts, o.starts, o.ends, $3
  FROM unnest($4::uuid[], $5::timestamptz[], $6::timestamptz[]) AS o (id, starts, ends)
  ON CONFLICT (community_id, gathering_id, recurs_at) DO NOTHING`;

/** Puts times of a gathering into their table; those that stand there already stay as they are. */
export async function insertDates(tx: Tx, scope: Scope, laid: Laid, dates: Occurrence[]): Promise<void> {
  if (dates.length === 0) return;
  await tx.hot(INSERT, [
    scope.communityId,
    laid.gatheringId,
    laid.capacity,
    dates.map(() => newId()),
    dates.map(({ starts }) => starts),
    dates.map(({ ends }) => ends),
  ]);
}

/** Lays out a gathering's times from a moment on; may be repeated at will. */
export async function layOut(tx: Tx, scope: Scope, laid: Laid, from: Date, now = new Date()): Promise<void> {
  const { dates, until } = datesAhead(laid, from, now);
  await insertDates(tx, scope, laid, dates);
  await tx.hot(
    `UPDATE gatherings SET laid_out_until = $3, lay_out_after = NULL, lay_out_tries = 0, lay_out_problem = NULL
     WHERE community_id = $1 AND gathering_id = $2 AND laid_out_until < $3`,
    [scope.communityId, laid.gatheringId, until],
  );
}
