import { sql } from 'kysely';
import { query, refusal, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import { markGreeted } from '../circles/index.ts';
import { keepPhotos, type NewPhoto } from '../photos/index.ts';
import { nameIn } from './mentions/naming.ts';
import { askPoll, type NewPoll } from './polls/poll.ts';
import type { Asks } from './post.ts';
import { pseudonymIn } from './pseudonym.ts';

/** What somebody is about to say. */
export interface Draft {
  /**
   * The id its post will have: made when the form was drawn, so that a form sent twice is one post. Random through
   * and through: an id that carried its time would tell when the form was opened, and with that who opened it.
   */
  key: string;
  body: string;
  note: string;
  anonymous: boolean;
  photos?: NewPhoto[];
}

/** What begins a thread. */
export interface Opening extends Draft {
  /** The newcomer it greets. */
  to?: string;
  asks?: Asks | null;
  poll?: NewPoll | null;
}

/** All she said in it. */
export const wordsOf = ({ note, body }: Pick<Draft, 'note' | 'body'>): string => `${note}\n${body}`;

/** Starts a thread, and greets the newcomer it is addressed to. Resolves to the id of the post. */
export async function startThread(tx: Tx, viewer: Viewer, circleId: string, draft: Opening): Promise<string> {
  const again = await saidJustNow(tx, viewer, sql`circle_id = ${circleId} AND thread_id = post_id`, draft);
  if (again) return again;
  const isNew = await insert(tx, viewer, circleId, draft.key, draft);
  if (isNew && draft.poll) await askPoll(tx, viewer, draft.key, draft.poll);
  // A greeting under a pseudonym counts for nobody: the mark would tell whose it was.
  if (draft.to && !draft.anonymous) await markGreeted(tx, viewer, circleId, draft.to);
  return draft.key;
}

/**
 * Answers a thread. Resolves to the id of the reply and how many there were before it.
 * @throws Problem 404 when the thread is gone or not hers to see
 */
export async function reply(
  tx: Tx,
  viewer: Viewer,
  circleId: string,
  threadId: string,
  draft: Draft,
): Promise<{ replyId: string; before: number }> {
  const seen = await tx.first(
    query
      .selectFrom('posts')
      .select(['author_id', 'reply_count'])
      .where('circle_id', '=', circleId)
      .where('post_id', '=', threadId)
      .where('removed_at', 'is', null)
      .whereRef('thread_id', '=', 'post_id'),
  );
  if (!seen) return notFound();
  const again = await saidJustNow(tx, viewer, sql`thread_id = ${threadId} AND thread_id <> post_id`, draft);
  if (again) return { replyId: again, before: seen.reply_count };
  await insert(tx, viewer, circleId, threadId, { ...draft, asks: null }); // it is the thread that asks
  if (seen.author_id && !draft.anonymous) await markGreeted(tx, viewer, circleId, seen.author_id);
  return { replyId: draft.key, before: seen.reply_count };
}

// Her own words in the same place within the last minute: the connection dropped, and she sent them once more.
async function saidJustNow(
  tx: Tx,
  viewer: Viewer,
  place: ReturnType<typeof sql>,
  { body, anonymous }: Draft,
) {
  const hers = anonymous
    ? sql`pseudonym_id = ANY (access.my_pseudonym_ids())`
    : sql`author_id = ${viewer.memberId}`;
  const row = await tx.first(sql<{ post_id: string }>`SELECT post_id FROM posts
    WHERE community_id = ${viewer.communityId} AND ${place} AND ${hers} AND body = ${body}
      AND last_active_at > now() - interval '60 seconds' AND created_at > now() - interval '60 seconds' LIMIT 1`);
  return row?.post_id;
}

async function insert(
  tx: Tx,
  viewer: Viewer,
  circleId: string,
  threadId: string,
  draft: Draft & Pick<Opening, 'asks'>,
): Promise<boolean> {
  const pseudonym = draft.anonymous ? await pseudonymIn(tx, viewer, threadId) : null;
  try {
    const isNew = await tx.run(
      query
        .insertInto('posts')
        .values({
          community_id: viewer.communityId,
          post_id: draft.key,
          circle_id: circleId,
          thread_id: threadId,
          author_id: pseudonym ? null : viewer.memberId,
          pseudonym_id: pseudonym?.pseudonym_id,
          pseudonym: pseudonym?.name,
          body: draft.body,
          content_note: draft.note || null,
          asks: draft.asks ?? null,
        })
        .onConflict((same) => same.doNothing()),
    );
    if (isNew === 0) return await sayAgain(tx, viewer, draft);
  } catch (error) {
    if (refusal(error) === 'missing') notFound(); // the thread went while she wrote
    throw error;
  }
  const place = { communityId: viewer.communityId, circleId, threadId, postId: draft.key };
  await keepPhotos(tx, viewer, draft.key, draft.photos ?? []);
  await nameIn(tx, place, draft.body);
  return true;
}

// The answer to her first try was lost on the way, and she went on writing before the second: the words are not.
async function sayAgain(tx: Tx, viewer: Viewer, { key, body, note }: Draft): Promise<false> {
  await tx.run(sql`UPDATE posts SET body = ${body}, content_note = ${note || null}, edited_at = now()
    WHERE post_id = ${key} AND removed_at IS NULL AND body <> ${body}
      AND (author_id = ${viewer.memberId} OR pseudonym_id = ANY (access.my_pseudonym_ids()))`);
  return false;
}
