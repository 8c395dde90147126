import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import { type Circle, listedAmong } from '../circles/index.ts';
import { runs, seenGathering } from './access.ts';
import type { Gathering } from './gathering.ts';
import type { Door } from './making.ts';
import { type Occurrence, occurrenceOf } from './occurrence.ts';

/** One time of a gathering as whoever asks may see it. */
export interface View {
  gathering: Gathering;
  occurrence: Occurrence;
  /** Other times of it that lie ahead. */
  next: Occurrence[];
  /** She runs it. */
  runs: boolean;
  /** What only those coming are told, as far as she is told it by now; null: not her, or there is nothing. */
  door: Door | null;
  /** There is a link for those coming, shown or not yet. */
  hasLink: boolean;
  /** Its circle, when she may know of it. */
  circle: Circle | null;
  /** Who organises it, when she may see that name. */
  organiser: string | null;
  /** The series that took over from this one, or that it goes on together with. */
  followedBy: { gatheringId: string; title: string } | null;
}

const NEXT = 5;

/** The time of a gathering that a page without a date shows: the next that takes place, else the next, else the last. */
export async function nextTime(tx: Tx, gatheringId: string, now: Date): Promise<Occurrence> {
  const [row] = await tx.hot<Parameters<typeof occurrenceOf>[0]>(
    `SELECT * FROM occurrences WHERE gathering_id = $1
     ORDER BY ends_at <= $2, CASE WHEN ends_at > $2 THEN cancelled_at IS NOT NULL END,
       CASE WHEN ends_at > $2 THEN starts_at END, starts_at DESC LIMIT 1`,
    [gatheringId, now],
  );
  return row ? occurrenceOf(row) : notFound();
}

/** Everything its page shows. @throws Problem 404 for what she may not see */
export async function viewOf(
  tx: Tx,
  scope: Scope,
  gatheringId: string,
  occurrenceId: string | null,
  now = new Date(),
): Promise<View> {
  const gathering = await seenGathering(tx, gatheringId);
  const occurrence = occurrenceId
    ? await oneTime(tx, gatheringId, occurrenceId)
    : await nextTime(tx, gatheringId, now);
  const hers = await runs(tx, scope, gathering);
  const [circle = null] = gathering.circleId
    ? await listedAmong(tx, [gathering.circleId], { hiddenToo: true })
    : [];
  return {
    gathering,
    occurrence,
    next: await timesAhead(tx, gatheringId, occurrence.occurrenceId, now),
    runs: hers,
    door: await wayIn(tx, scope, occurrence.occurrenceId),
    hasLink: gathering.place !== 'in-person' && (await hasLink(tx, gatheringId)),
    circle,
    organiser: await organiserOf(tx, scope, gathering),
    followedBy: await successorOf(tx, gathering),
  };
}

async function oneTime(tx: Tx, gatheringId: string, id: string): Promise<Occurrence> {
  const row = await tx.first(
    query
      .selectFrom('occurrences')
      .selectAll()
      .where('gathering_id', '=', gatheringId)
      .where('occurrence_id', '=', id),
  );
  return row ? occurrenceOf(row) : notFound();
}

/** Where a time stands by now, when another series took it over; undefined when it is nowhere she may look. */
export async function takenOverBy(tx: Tx, occurrenceId: string): Promise<string | undefined> {
  const row = await tx.first(
    query.selectFrom('occurrences').select('gathering_id').where('occurrence_id', '=', occurrenceId),
  );
  return row?.gathering_id;
}

async function timesAhead(tx: Tx, gatheringId: string, but: string, now: Date): Promise<Occurrence[]> {
  const rows = await tx.all(
    query
      .selectFrom('occurrences')
      .selectAll()
      .where('gathering_id', '=', gatheringId)
      .where('occurrence_id', '<>', but)
      .where('ends_at', '>', now)
      .orderBy('starts_at')
      .limit(NEXT),
  );
  return rows.map(occurrenceOf);
}

async function wayIn(tx: Tx, scope: Scope, occurrenceId: string): Promise<Door | null> {
  if (!scope.memberId) return null;
  const [row] = await tx.hot<{ link: string | null; address: string | null }>(
    'SELECT link, address FROM access.way_in($1)',
    [occurrenceId],
  );
  return row ? { link: row.link ?? '', address: row.address ?? '' } : null;
}

async function hasLink(tx: Tx, gatheringId: string): Promise<boolean> {
  const [row] = await tx.hot<{ has: boolean }>('SELECT access.has_link($1) AS has', [gatheringId]);
  return row!.has;
}

async function organiserOf(tx: Tx, scope: Scope, gathering: Gathering): Promise<string | null> {
  if (gathering.organiserName) return gathering.organiserName;
  if (!scope.memberId || !gathering.organisedBy) return null;
  const [row] = await tx.hot<{ display_name: string }>(
    `SELECT display_name FROM members WHERE community_id = $1 AND member_id = $2
     AND member_id <> ALL ((SELECT access.my_blocked_ids())::uuid[])`,
    [scope.communityId, gathering.organisedBy],
  );
  return row?.display_name ?? null;
}

async function successorOf(tx: Tx, { gatheringId, goesOnWith }: Gathering): Promise<View['followedBy']> {
  const row = await tx.first(
    query
      .selectFrom('gatherings')
      .select(['gathering_id', 'title'])
      .where((eb) => (goesOnWith ? eb('gathering_id', '=', goesOnWith) : eb('follows_id', '=', gatheringId)))
      .where('cancelled_at', 'is', null),
  );
  return row ? { gatheringId: row.gathering_id, title: row.title } : null;
}
