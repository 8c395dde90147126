import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import { describePhoto, dropPhoto, type Photo } from '../photos/index.ts';
import { nameIn } from './mentions/naming.ts';
import { type Asks, isThread, type Post, type SinglePost } from './post.ts';

/** Other words for a post of hers. */
export interface Rewriting {
  body: string;
  note: string;
  asks: Asks | null;
  /** Each photo that stays with its words, by id; the others go. */
  photos: Map<string, string>;
}

/** A post of hers as she would go on writing it: her words that wait, where some do. */
export interface Rewritable {
  body: string;
  note: string;
  /** What she writes now waits until somebody lets it in. */
  waits: boolean;
}

export async function rewritable(tx: Tx, post: SinglePost): Promise<Rewritable> {
  const row = await tx.first(
    sql<{
      waits: boolean;
      body: string | null;
      note: string | null;
    }>`SELECT access.words_would_wait(p.post_id) AS waits,
      w.body, w.content_note AS note
      FROM posts p LEFT JOIN post_rewordings w ON w.community_id = p.community_id AND w.post_id = p.post_id
      WHERE p.post_id = ${post.post_id}`,
  );
  const note = (row?.body == null ? post.content_note : row.note) ?? '';
  return { body: row?.body ?? post.body, note, waits: row?.waits ?? false };
}

/**
 * Puts other words in the place of hers; from then on it says "edited". A newcomer's wait where first words are let in
 * (the database sees to that), and so do not change what her pictures are said to show.
 * @returns whether they wait. @throws Problem 404 when it is not hers
 */
export async function editPost(
  tx: Tx,
  post: SinglePost,
  photos: Photo[],
  now: Rewriting,
): Promise<{ waits: boolean }> {
  if (!post.mine) notFound();
  const { body, note } = now;
  const { waits: isNew } = await rewritable(tx, post);
  if (post.reworded) await tx.run(sql`SELECT access.drop_rewording(${post.post_id})`);
  const asks = isThread(post) ? now.asks : null;
  const row = await tx.first(
    sql<{
      waits: boolean;
    }>`UPDATE posts SET body = ${body}, content_note = ${note || null}, asks = ${asks}, edited_at = now()
      WHERE post_id = ${post.post_id} AND removed_at IS NULL RETURNING reworded_at IS NOT NULL AS waits`,
  );
  if (!row) return notFound();
  for (const { photo_id } of photos) {
    const words = now.photos.get(photo_id);
    if (words === undefined) await dropPhoto(tx, photo_id);
    else if (!isNew) await describePhoto(tx, photo_id, words);
  }
  if (row.waits) return row; // nobody is named by words that nobody reads yet
  const place = { circleId: post.circle_id, threadId: post.thread_id, postId: post.post_id };
  await nameIn(tx, { communityId: post.community_id, ...place }, body, post.body);
  return row;
}

/**
 * Takes a post of hers away; its text is gone from the database. It vanishes when nobody answered it; else an empty
 * place stays, so that the answers do. (What a facilitator takes out of sight is a decision: see safety.)
 * @returns whether the post is gone without a trace. @throws Problem 404 when it is not hers
 */
export async function removePost(tx: Tx, post: Post): Promise<{ vanished: boolean }> {
  if (!post.mine) notFound();
  const gone = await tx.run(sql`DELETE FROM posts WHERE post_id = ${post.post_id} AND reply_count = 0`);
  if (gone > 0) return { vanished: true };
  const rows =
    await tx.run(sql`UPDATE posts SET body = '', content_note = NULL, edited_at = NULL, removed_at = now(),
      removed_by = 'author'
    WHERE post_id = ${post.post_id} AND removed_at IS NULL`);
  if (rows === 0) notFound();
  return { vanished: false };
}
