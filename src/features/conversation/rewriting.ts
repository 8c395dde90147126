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

/** Puts other words in the place of hers; from then on it says "edited". @throws Problem 404 when it is not hers */
export async function editPost(tx: Tx, post: SinglePost, photos: Photo[], now: Rewriting): Promise<void> {
  if (!post.mine) notFound();
  const { body, note } = now;
  const asks = isThread(post) ? now.asks : null;
  const rows =
    await tx.run(sql`UPDATE posts SET body = ${body}, content_note = ${note || null}, asks = ${asks}, edited_at = now()
    WHERE post_id = ${post.post_id} AND removed_at IS NULL`);
  if (rows === 0) notFound();
  for (const { photo_id } of photos) {
    const words = now.photos.get(photo_id);
    await (words === undefined ? dropPhoto(tx, photo_id) : describePhoto(tx, photo_id, words));
  }
  const place = { circleId: post.circle_id, threadId: post.thread_id, postId: post.post_id };
  await nameIn(tx, { communityId: post.community_id, ...place }, body, post.body);
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
