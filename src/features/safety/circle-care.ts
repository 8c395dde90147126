import { sql } from 'kysely';
import { query, type Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import type { Photo } from '../photos/index.ts';

/** How careful a circle is. */
export interface CircleCare {
  holdFirst: number;
  slowMinutes: number;
  locked: boolean;
}

export async function careOf(tx: Tx, circleId: string): Promise<CircleCare> {
  const row = await tx.first(
    query
      .selectFrom('circles')
      .select(['hold_first', 'slow_minutes', 'locked_at'])
      .where('circle_id', '=', circleId),
  );
  return row
    ? { holdFirst: row.hold_first, slowMinutes: row.slow_minutes, locked: row.locked_at !== null }
    : notFound();
}

/** @throws Problem 404 for those who do not look after it */
export const setCare = (tx: Tx, circleId: string, care: CircleCare): Promise<void> =>
  done(
    tx,
    sql`access.set_circle_care(${circleId}, ${care.holdFirst}::smallint, ${care.slowMinutes}::smallint, ${care.locked})`,
  );

/** A newcomer's words at the door. */
export interface HeldPost {
  post_id: string;
  thread_id: string;
  author: string | null;
  pseudonym: string | null;
  body: string;
  content_note: string | null;
  photos: Photo[] | null;
  held_at: Date;
  /** Of other words for what was let in: what the others read until then. */
  stands: string | null;
  /** The words as they are shown, to be sent along with the yes: she may write on meanwhile. */
  mark: string;
}

// What stands in a conversation that is out of sight waits for nobody.
const threadInSight = sql`EXISTS (SELECT FROM posts t WHERE t.community_id = p.community_id AND t.post_id = p.thread_id)`;

/** What waits in a circle, the longest first: first words, and other words for what was let in. */
export const heldIn = (tx: Tx, circleId: string): Promise<HeldPost[]> =>
  tx.all(sql<HeldPost>`SELECT p.post_id, p.thread_id, m.display_name AS author, p.pseudonym, coalesce(w.body, p.body) AS body,
      CASE WHEN w.post_id IS NULL THEN p.content_note ELSE w.content_note END AS content_note,
      coalesce(w.written_at, p.held_at) AS held_at, CASE WHEN w.post_id IS NOT NULL THEN p.body END AS stands,
      CASE WHEN w.post_id IS NULL THEN access.words_mark(p.body, p.content_note) ELSE access.words_mark(w.body, w.content_note) END AS mark,
      (SELECT json_agg(json_build_object('photo_id', f.photo_id, 'description', f.description, 'width', f.width, 'height', f.height)
        ORDER BY f.place) FROM photos f WHERE f.community_id = p.community_id AND f.post_id = p.post_id) AS photos
    FROM posts p LEFT JOIN post_rewordings w ON w.community_id = p.community_id AND w.post_id = p.post_id
    LEFT JOIN members m ON m.community_id = p.community_id AND m.member_id = p.author_id
    WHERE p.circle_id = ${circleId} AND (p.held_at IS NOT NULL OR p.reworded_at IS NOT NULL) AND p.removed_at IS NULL
      AND p.hidden_at IS NULL AND ${threadInSight} ORDER BY 7 LIMIT 50`);

/** Lets it in, if it is still what was read. @throws Problem 404 when it does not wait, or not for her */
export async function letIn(tx: Tx, postId: string, mark: string): Promise<'in' | 'changed'> {
  const row = await tx.first(
    sql<{ said: 'in' | 'changed' | 'absent' }>`SELECT access.let_in(${postId}, ${mark}) AS said`,
  );
  return !row || row.said === 'absent' ? notFound() : row.said;
}

/** Leaves a post as it was let in; its author reads why, and can appeal. @throws Problem 404 when no other words of it wait for her */
export const leaveAsItWas = (tx: Tx, postId: string, why: string): Promise<void> =>
  done(tx, sql`access.leave_as_it_was(${postId}, ${why})`);

/** Shows a member out, who reads why and can appeal. @throws Problem 404, also for one who looks after the circle too */
export const showOut = (tx: Tx, circleId: string, memberId: string, why: string): Promise<void> =>
  done(tx, sql`access.show_out(${circleId}, ${memberId}, ${why})`);

/** Closes a conversation to more replies, or opens it again. @throws Problem 404 */
export const lockThread = (tx: Tx, threadId: string, locks: boolean): Promise<void> =>
  done(tx, sql`access.lock_thread(${threadId}, ${locks})`);

/** Somebody who only reads here for now, by the name she went by. */
export interface Mute {
  sanction_id: string;
  shown_name: string;
  anonymous: boolean;
  reason: string;
  until: Date;
}

export const mutesIn = (tx: Tx, circleId: string): Promise<Mute[]> =>
  tx.all(sql<Mute>`SELECT * FROM access.mutes_in(${circleId})`);

/** Asks whoever wrote a post, or a member by name, to only read until a day. @throws Problem 404 */
export async function muteInCircle(
  tx: Tx,
  circleId: string,
  whom: { post: string } | { member: string },
  why: string,
  until: Date,
): Promise<void> {
  const [post, member] = 'post' in whom ? [whom.post, null] : [null, whom.member];
  await done(
    tx,
    sql`access.mute_in_circle(${circleId}, ${post}::uuid, ${member}::uuid, ${why}, ${until}::timestamptz) = 'muted'`,
  );
}

/** @throws Problem 404 */
export const unmute = (tx: Tx, sanctionId: string): Promise<void> =>
  done(tx, sql`access.unmute(${sanctionId})`);

/** A quiet sign on a post: words that worry, or the same thing said in many circles. */
export interface Flag {
  post_id: string;
  thread_id: string;
  kind: 'words' | 'selling';
  level: 'concern' | 'urgent';
  phrases: string[];
  author: string | null;
  pseudonym: string | null;
  body: string;
  case_id: string | null;
}

export const flagsIn = (tx: Tx, circleId: string): Promise<Flag[]> =>
  tx.all(sql<Flag>`SELECT f.post_id, p.thread_id, f.kind, f.level, f.phrases, m.display_name AS author, p.pseudonym,
      -- Of other words that wait, where it is in them that the sign was seen.
      left(CASE WHEN position(f.phrases[1] IN w.body) > 0 THEN w.body ELSE p.body END, 400) AS body, f.case_id
    FROM flags f JOIN posts p ON p.community_id = f.community_id AND p.post_id = f.post_id
    LEFT JOIN post_rewordings w ON w.community_id = p.community_id AND w.post_id = p.post_id
    LEFT JOIN members m ON m.community_id = p.community_id AND m.member_id = p.author_id
    WHERE f.circle_id = ${circleId} AND f.seen_at IS NULL AND p.removed_at IS NULL AND ${threadInSight}
      -- With a case open before her eyes, that is where it is looked after.
      AND NOT EXISTS (SELECT FROM cases c WHERE c.community_id = f.community_id AND c.case_id = f.case_id AND c.decided_at IS NULL)
    ORDER BY f.level DESC, f.created_at LIMIT 50`);

/** @throws Problem 404 */
export const seeFlags = (tx: Tx, postId: string): Promise<void> => done(tx, sql`access.see_flags(${postId})`);

async function done(tx: Tx, call: ReturnType<typeof sql>): Promise<void> {
  const row = await tx.first(sql<{ done: boolean }>`SELECT ${call} AS done`);
  if (!row?.done) notFound();
}
