import { sql } from 'kysely';
import { newId } from '../../../platform/crypto/index.ts';
import { query } from '../../../platform/db/index.ts';
import type { Cast } from './cast.ts';
import { CONVERSATIONS, type SamplePost, SHELVES } from './conversations.ts';

const HOUR_MS = 3_600_000;
const QUIET_NAME = 'quiet-heron';

/** Everybody says her lines, the oldest first. */
export async function fillConversations(cast: Cast, circles: Map<string, string>): Promise<void> {
  for (const [circle, posts] of Object.entries(CONVERSATIONS)) {
    for (const post of posts) {
      const thread = await say(cast, circles.get(circle)!, post, null);
      for (const reply of post.replies ?? []) await say(cast, circles.get(circle)!, reply, thread);
    }
  }
  for (const [circle, by, title, note] of SHELVES)
    await cast.tx.run(
      query.insertInto('shelf_items').values({
        community_id: cast.communityId,
        item_id: newId(),
        circle_id: circles.get(circle)!,
        title,
        note,
        added_by: await cast.as(by),
      }),
    );
}

async function say(cast: Cast, circleId: string, post: SamplePost, thread: string | null): Promise<string> {
  const at = new Date(Date.now() - post.ago * HOUR_MS);
  const id = newId(at.getTime());
  const author = await cast.as(post.by);
  const pseudonym = post.quiet ? await pseudonymIn(cast, thread ?? id, author) : null;
  await cast.tx.run(
    query.insertInto('posts').values({
      community_id: cast.communityId,
      post_id: id,
      circle_id: circleId,
      thread_id: thread ?? id,
      author_id: pseudonym ? null : author,
      pseudonym_id: pseudonym,
      pseudonym: pseudonym ? QUIET_NAME : null,
      body: post.text,
      content_note: post.note ?? null,
      asks: post.asks ?? null,
      created_at: at,
      last_active_at: at,
    }),
  );
  if (post.pinned) await cast.tx.run(sql`SELECT access.pin_post(${id}, true)`);
  await react(cast, id, post);
  return id;
}

async function pseudonymIn(cast: Cast, threadId: string, memberId: string): Promise<string> {
  const hers = await cast.tx.first(
    query
      .selectFrom('pseudonyms')
      .select('pseudonym_id')
      .where('thread_id', '=', threadId)
      .where('member_id', '=', memberId),
  );
  if (hers) return hers.pseudonym_id;
  const pseudonymId = newId();
  const row = {
    community_id: cast.communityId,
    pseudonym_id: pseudonymId,
    thread_id: threadId,
    member_id: memberId,
    name: QUIET_NAME,
  };
  await cast.tx.run(query.insertInto('pseudonyms').values(row));
  return pseudonymId;
}

async function react(cast: Cast, postId: string, post: SamplePost): Promise<void> {
  const all = { hug: post.hugs, 'me-too': post.meToo, helpful: post.helpful };
  for (const [kind, people] of Object.entries(all)) {
    for (const key of people ?? []) {
      const memberId = await cast.as(key);
      await cast.tx.run(
        query
          .insertInto('reactions')
          .values({ community_id: cast.communityId, post_id: postId, member_id: memberId, kind }),
      );
    }
  }
}
