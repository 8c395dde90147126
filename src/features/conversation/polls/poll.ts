import { sql } from 'kysely';
import { refusal, type Tx } from '../../../platform/db/index.ts';
import { notFound, Problem, type Viewer } from '../../../platform/http/index.ts';

export const OPTIONS_LEAST = 2;
export const OPTIONS_MOST = 6;
export const OPTION_MOST = 120;
/** In how many days a poll may close. */
export const CLOSING_DAYS = ['1', '3', '7', '14'] as const;

/** A poll about to be asked. */
export interface NewPoll {
  options: string[];
  several: boolean;
  /** Null: it stays open. */
  days: number | null;
}

/** A poll as the viewer may see it. */
export interface Poll {
  several: boolean;
  closes_at: string | null;
  over: boolean;
  /** How many answered; null while that is not for her to see. */
  voters: number | null;
  options: { place: number; label: string; mine: boolean; votes: number | null }[];
}

/** The poll of post `p.id` as JSON, or null; $1 is the community, $2 the viewer. Counts come when a policy lets them. */
export const POLL = `(SELECT json_build_object('several', q.several, 'closes_at', q.closes_at,
      'over', coalesce(q.closes_at <= now(), false),
      'voters', CASE WHEN EXISTS (SELECT FROM poll_counts c WHERE c.community_id = $1 AND c.post_id = p.id) THEN q.voters END,
      'options', (SELECT json_agg(json_build_object('place', o.place, 'label', o.label, 'votes', c.votes,
          'mine', EXISTS (SELECT FROM poll_votes v WHERE v.community_id = $1 AND v.post_id = p.id AND v.place = o.place AND v.member_id = $2))
          ORDER BY o.place)
        FROM poll_options o LEFT JOIN poll_counts c ON c.community_id = $1 AND c.post_id = p.id AND c.place = o.place
        WHERE o.community_id = $1 AND o.post_id = p.id))
    FROM polls q WHERE q.community_id = $1 AND q.post_id = p.id)`;

/** Asks it on a post that is being written in this very transaction. */
export async function askPoll(tx: Tx, viewer: Viewer, postId: string, poll: NewPoll): Promise<void> {
  await tx.run(sql`INSERT INTO polls (community_id, post_id, several, closes_at)
    VALUES (${viewer.communityId}, ${postId}, ${poll.several}, now() + ${poll.days}::int * interval '1 day')`);
  for (const [index, label] of poll.options.entries())
    await tx.run(sql`INSERT INTO poll_options (community_id, post_id, place, label)
      VALUES (${viewer.communityId}, ${postId}, ${index + 1}, ${label})`);
}

/**
 * Her answer, in the place of any earlier one; none takes it back.
 * @throws Problem 404 when there is no such poll for her; 409 when it is over
 */
export async function vote(tx: Tx, viewer: Viewer, postId: string, places: number[]): Promise<void> {
  const poll = await tx.first(
    sql<{ several: boolean; over: boolean }>`SELECT q.several, coalesce(q.closes_at <= now(), false) AS over
      FROM polls q WHERE q.community_id = ${viewer.communityId} AND q.post_id = ${postId}`,
  );
  if (!poll) return notFound();
  if (poll.over) throw new Problem(409, 'conversation.poll-is-over');
  await tx.run(sql`DELETE FROM poll_votes WHERE community_id = ${viewer.communityId} AND post_id = ${postId}
    AND member_id = ${viewer.memberId}`);
  try {
    for (const place of poll.several ? places : places.slice(0, 1))
      await tx.run(sql`INSERT INTO poll_votes (community_id, post_id, member_id, place)
        VALUES (${viewer.communityId}, ${postId}, ${viewer.memberId}, ${place}) ON CONFLICT DO NOTHING`);
  } catch (error) {
    if (['missing', 'forbidden', 'unfit'].includes(refusal(error) ?? '')) notFound(); // no such answer, or it went at this moment
    throw error;
  }
}
