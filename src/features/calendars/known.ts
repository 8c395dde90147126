import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { type Gathering, gatheringOf, type Occurrence, occurrenceOf } from '../gatherings/index.ts';
import { type Known, repeats } from './gathering-events.ts';

type GatheringRow = Parameters<typeof gatheringOf>[0];
type OccurrenceRow = Parameters<typeof occurrenceOf>[0];

const DAY = 86_400_000;
/** What is longer over than this is of no use in a calendar. */
const BEHIND = 31 * DAY;
/** As far as gatherings are laid out ahead. */
const AHEAD = 400 * DAY;

/** Gatherings (rows of `gatherings g`) that whoever asks may see and that are not long over, with their times. */
export async function knownGatherings(tx: Tx, where: RawBuilder<unknown>, now: Date): Promise<Known[]> {
  const rows = await tx.all(sql<GatheringRow>`
    SELECT g.* FROM gatherings g WHERE ${where} AND EXISTS (SELECT FROM occurrences o
      WHERE o.community_id = g.community_id AND o.gathering_id = g.gathering_id
        AND o.starts_at BETWEEN ${new Date(+now - BEHIND)} AND ${new Date(+now + AHEAD)})
    ORDER BY g.gathering_id`);
  return withTimes(tx, rows.map(gatheringOf));
}

/** Gatherings with those of their times that a calendar has to be told of. */
export async function withTimes(tx: Tx, gatherings: Gathering[]): Promise<Known[]> {
  if (gatherings.length === 0) return [];
  const whole = gatherings
    .filter((one) => !repeats(one) || isToBeCompared(one))
    .map((one) => one.gatheringId);
  const rows = await tx.hot<OccurrenceRow>(
    `SELECT o.* FROM occurrences o WHERE o.community_id = access.community_id() AND o.gathering_id = ANY ($1)
       AND (o.gathering_id = ANY ($2) OR o.changed_at IS NOT NULL OR o.starts_at <> o.recurs_at)
     ORDER BY o.gathering_id, o.recurs_at`,
    [gatherings.map(({ gatheringId }) => gatheringId), whole],
  );
  const times = new Map<string, Occurrence[]>();
  for (const row of rows) {
    const mine = times.get(row.gathering_id);
    if (mine) mine.push(occurrenceOf(row));
    else times.set(row.gathering_id, [occurrenceOf(row)]);
  }
  return gatherings.map((gathering) => ({
    gathering,
    times: times.get(gathering.gatheringId) ?? [],
    all: isToBeCompared(gathering),
  }));
}

/** Of a series that is as it was made, the rule says all. One that was changed has a past by another rule, and one that
 * began before it was told of has a past that does not stand here. */
const isToBeCompared = (gathering: Gathering): boolean =>
  repeats(gathering) &&
  (gathering.sequence > 0 || Date.parse(`${gathering.starts}Z`) < +gathering.createdAt - 30 * DAY);
