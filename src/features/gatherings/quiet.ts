import type { Scope, Tx } from '../../platform/db/index.ts';
import type { Gathering } from './gathering.ts';

/** Another gathering she could go on together with. */
export interface Similar {
  gatheringId: string;
  title: string;
  /** When it takes place next, and whose clocks that is by. */
  next: Date;
  timeZone: string;
  where: string;
}

/** A series that nobody or one came to, three times in a row, and what can be done; or one that rests. */
export interface QuietTimes {
  quiet: boolean;
  /** Sessions ahead that a pause called off. */
  paused: string[];
  similar: Similar[];
}

// Three in a row since the prompt was last put away. Where nobody was marked, those who had said yes count.
const LAST_THREE = `SELECT count(*) = 3 AS quiet FROM (
    SELECT coalesce(o.attended, o.seats_taken) AS came FROM occurrences o
    LEFT JOIN gathering_quiet q ON q.community_id = o.community_id AND q.gathering_id = o.gathering_id
    WHERE o.community_id = $1 AND o.gathering_id = $2 AND o.cancelled_at IS NULL AND o.ends_at < now()
      AND o.ends_at > coalesce(q.put_away_at, '-infinity')
    ORDER BY o.starts_at DESC LIMIT 3) last WHERE last.came <= 1`;

const PAUSED = `SELECT o.occurrence_id FROM gathering_quiet q
  JOIN occurrences o ON o.community_id = q.community_id AND o.occurrence_id = ANY (q.paused)
  WHERE q.community_id = $1 AND q.gathering_id = $2 AND o.cancelled_at IS NOT NULL AND o.ends_at > now() ORDER BY o.starts_at`;

// Of the same people; or of the same kind or about the same, within some 15 km or online. Everybody who comes to the one
// can see the other.
const SIMILAR = `SELECT g.gathering_id, g.title, n.starts_at, g.time_zone, g.venue, g.place_name FROM gatherings g
  CROSS JOIN LATERAL (SELECT o.starts_at FROM occurrences o WHERE o.community_id = g.community_id
    AND o.gathering_id = g.gathering_id AND o.starts_at > now() AND o.cancelled_at IS NULL ORDER BY o.starts_at LIMIT 1) n
  WHERE g.community_id = $1 AND g.gathering_id <> $2 AND g.cancelled_at IS NULL
    AND g.follows_id IS DISTINCT FROM $2 AND g.gathering_id IS DISTINCT FROM $9
    AND (g.seen_by <> 'circle' OR g.circle_id = $7)
    AND (g.circle_id = $7 OR g.organised_by = $8 OR (g.kind = $3 OR g.topics && $4)
      AND (g.latitude IS NULL OR $5::float8 IS NULL
        OR abs(g.latitude - $5) < 0.14 AND abs(g.longitude - $6) < 0.18))
  ORDER BY g.circle_id = $7 DESC NULLS LAST, g.organised_by = $8 DESC NULLS LAST, g.kind = $3 DESC,
    abs(g.latitude - $5) + abs(g.longitude - $6) NULLS LAST, g.gathering_id LIMIT 5`;

interface SimilarRow {
  gathering_id: string;
  title: string;
  starts_at: Date;
  time_zone: string;
  venue: string;
  place_name: string | null;
}

/** What a gathering could go on together with, likeliest first. */
export async function similarTo(tx: Tx, viewer: Scope, gathering: Gathering): Promise<Similar[]> {
  const { gatheringId, kind, topics, latitude, longitude, circleId, organisedBy, followsId } = gathering;
  const asked = [
    viewer.communityId,
    gatheringId,
    kind,
    topics,
    latitude,
    longitude,
    circleId,
    organisedBy,
    followsId,
  ];
  const rows = await tx.hot<SimilarRow>(SIMILAR, asked);
  return rows.map((row) => ({
    gatheringId: row.gathering_id,
    title: row.title,
    next: row.starts_at,
    timeZone: row.time_zone,
    where: [row.venue, row.place_name].filter(Boolean).join(', '),
  }));
}

/** Whether a series has grown quiet, for whoever runs it; null when all is well. */
export async function quietTimesOf(tx: Tx, viewer: Scope, gathering: Gathering): Promise<QuietTimes | null> {
  if (!gathering.rule || gathering.cancelledAt) return null;
  const its = [viewer.communityId, gathering.gatheringId];
  const [last] = await tx.hot<{ quiet: boolean }>(LAST_THREE, its);
  const paused = (await tx.hot<{ occurrence_id: string }>(PAUSED, its)).map((row) => row.occurrence_id);
  const quiet = last?.quiet === true && paused.length === 0;
  if (!quiet && paused.length === 0) return null;
  return { quiet, paused, similar: quiet ? await similarTo(tx, viewer, gathering) : [] };
}

/** Puts the prompt away: only what comes after today counts again. */
export const putAway = (tx: Tx, viewer: Scope, gatheringId: string) =>
  tx.hot(
    `INSERT INTO gathering_quiet (community_id, gathering_id, put_away_at) VALUES ($1, $2, now())
     ON CONFLICT (community_id, gathering_id) DO UPDATE SET put_away_at = now(), told_at = NULL`,
    [viewer.communityId, gatheringId],
  );

/** The next sessions that would take place, at most `count`. */
export async function nextSessions(
  tx: Tx,
  viewer: Scope,
  gatheringId: string,
  count: number,
): Promise<string[]> {
  const rows = await tx.hot<{ occurrence_id: string }>(
    `SELECT occurrence_id FROM occurrences WHERE community_id = $1 AND gathering_id = $2 AND starts_at > now()
       AND cancelled_at IS NULL ORDER BY starts_at LIMIT $3`,
    [viewer.communityId, gatheringId, count],
  );
  return rows.map((row) => row.occurrence_id);
}

/** Remembers what a pause called off, so that one tap brings it back. */
export const keepPause = (tx: Tx, viewer: Scope, gatheringId: string, paused: string[]) =>
  tx.hot(
    `INSERT INTO gathering_quiet (community_id, gathering_id, paused, put_away_at) VALUES ($1, $2, $3, now())
     ON CONFLICT (community_id, gathering_id) DO UPDATE SET paused = excluded.paused, put_away_at = now(), told_at = NULL`,
    [viewer.communityId, gatheringId, paused],
  );
