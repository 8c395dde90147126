import { sql } from 'kysely';
import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { CalendarEvent } from '../../platform/ical/index.ts';
import { herCircles } from '../circles/index.ts';
import { gatheringOf, hoursOff, occurrenceOf, withdrawnFrom } from '../gatherings/index.ts';
import { herSlotsAhead, slotEventsOf } from '../help-calendars/index.ts';
import type { Reader } from './feed.ts';
import { eventsOf, onceOf, repeats } from './gathering-events.ts';
import { knownGatherings } from './known.ts';
import type { Teller } from './telling.ts';
import { usualHours } from './usual-hours.ts';
import { withdrawnEvent } from './withdrawn-event.ts';

type GatheringRow = Parameters<typeof gatheringOf>[0];
type OccurrenceRow = Parameters<typeof occurrenceOf>[0];

const BEHIND = 31 * 86_400_000;
/** A season of help: as far as such calendars usually go. */
const AHEAD = 120 * 86_400_000;

/** What is in her calendar: what she said yes or maybe to, the series she is in or organises, her circles' usual hours. */
export async function herEvents(
  tx: Tx,
  keys: Keyring,
  teller: Teller,
  reader: Reader,
  now: Date,
): Promise<CalendarEvent[]> {
  const series = await herSeries(tx, reader, now);
  const inSeries = new Set(series.map(({ gathering }) => gathering.gatheringId));
  const single = (await herAnswers(tx, reader, now)).filter(
    (one) => !inSeries.has(one.gathering.gatheringId),
  );
  const planned = new Set(
    [...series.flatMap(({ gathering, put }) => put.map((at) => `${gathering.circleId} ${+at}`))].concat(
      single.map(({ gathering, occurrence }) => `${gathering.circleId} ${+occurrence.recursAt}`),
      await hoursOff(tx, reader),
    ),
  );
  const circles = (await herCircles(tx, reader)).shown;
  const help = await herSlotsAhead(tx, keys, reader, new Date(+now - BEHIND), new Date(+now + AHEAD));
  return [
    ...slotEventsOf(teller, help),
    ...series.flatMap((one) => eventsOf(teller, one)),
    ...single.map(({ gathering, occurrence, tentative }) =>
      onceOf(teller, gathering, occurrence, {
        uid: repeats(gathering) ? undefined : gathering.uid,
        tentative,
      }),
    ),
    ...(await withdrawnFrom(tx, reader)).flatMap((one) => withdrawnEvent(teller, one)),
    ...circles.flatMap(({ circle }) => usualHours(teller, circle, planned)),
  ];
}

/** Series she signed up for, and all she organises; without the times she said no to. */
async function herSeries(tx: Tx, { communityId, memberId }: Reader, now: Date) {
  const hers = sql`g.community_id = ${communityId} AND (g.organised_by = ${memberId} OR EXISTS (SELECT FROM enrolments e
    WHERE e.community_id = g.community_id AND e.gathering_id = g.gathering_id AND e.member_id = ${memberId}
      AND e.answer = 'yes'))`;
  const known = await knownGatherings(tx, hers, now);
  const rows = await tx.hot<{ gathering_id: string; put: Date[]; declined: Date[] }>(
    `SELECT o.gathering_id, array_agg(o.recurs_at) AS put,
       coalesce(array_agg(o.recurs_at) FILTER (WHERE r.answer = 'no'), '{}') AS declined
     FROM occurrences o LEFT JOIN rsvps r ON r.community_id = o.community_id AND r.occurrence_id = o.occurrence_id
       AND r.member_id = $2
     WHERE o.community_id = $1 AND o.gathering_id = ANY ($3) GROUP BY o.gathering_id`,
    [communityId, memberId, known.map(({ gathering }) => gathering.gatheringId)],
  );
  const times = new Map(rows.map((row) => [row.gathering_id, row]));
  return known.map((one) => {
    const { put = [], declined = [] } = times.get(one.gathering.gatheringId) ?? {};
    return { ...one, put, declined };
  });
}

/** Single times she said yes or maybe to; what was called off since is among them, and says so. */
async function herAnswers(tx: Tx, { communityId, memberId }: Reader, now: Date) {
  const rows = await tx.all(sql<{ g: GatheringRow; o: OccurrenceRow; answer: string }>`
    SELECT row_to_json(g.*) AS g, row_to_json(o.*) AS o, r.answer
    FROM rsvps r JOIN occurrences o USING (community_id, occurrence_id)
    JOIN gatherings g ON g.community_id = o.community_id AND g.gathering_id = o.gathering_id
    WHERE r.community_id = ${communityId} AND r.member_id = ${memberId} AND r.answer IN ('yes', 'maybe')
      AND o.ends_at > ${new Date(+now - BEHIND)} ORDER BY o.starts_at LIMIT 1000`);
  return rows.map(({ g, o, answer }) => ({
    gathering: gatheringOf(dated(g)),
    occurrence: occurrenceOf(dated(o)),
    tentative: answer === 'maybe',
  }));
}

/** Moments come out of JSON as text. */
const dated = <R extends object>(row: R): R =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      name.endsWith('_at') && typeof value === 'string' ? new Date(value) : value,
    ]),
  ) as R;
