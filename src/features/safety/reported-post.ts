import type { Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import type { Page } from '../../ui/index.ts';
import { shownPseudonym } from '../pseudonyms/index.ts';

/** A post as safety needs it: what was said, where, and the name it goes under. */
export interface StandingPost {
  post_id: string;
  thread_id: string;
  circle_id: string;
  author_id: string | null;
  author: string | null;
  pseudonym_id: string | null;
  pseudonym: string | null;
  mine: boolean;
  body: string;
  content_note: string | null;
  held_at: Date | null;
}

const ONE = `SELECT p.post_id, p.thread_id, p.circle_id, p.author_id, m.display_name AS author, p.pseudonym_id, p.pseudonym,
    coalesce(p.author_id = $2, p.pseudonym_id = ANY ((SELECT access.my_pseudonym_ids())::uuid[]), false) AS mine,
    p.body, p.content_note, p.held_at
  FROM posts p LEFT JOIN members m ON m.community_id = $1 AND m.member_id = p.author_id
  WHERE p.community_id = $1 AND p.post_id = $3 AND p.removed_at IS NULL
    AND EXISTS (SELECT FROM posts t WHERE t.community_id = $1 AND t.post_id = p.thread_id)`;

/** A post or reply that still stands, in any circle of hers. @throws Problem 404 when there is none she may see */
export async function standingPost(tx: Tx, viewer: Viewer, postId: string): Promise<StandingPost> {
  const [post] = await tx.hot<StandingPost>(ONE, [viewer.communityId, viewer.memberId, postId]);
  return post ?? notFound();
}

/** The name it goes under, in the reader's language. */
export const nameOf = (
  page: Page,
  { author, pseudonym }: Pick<StandingPost, 'author' | 'pseudonym'>,
): string =>
  pseudonym ? shownPseudonym(page.locale, pseudonym) : (author ?? page.t('safety.somebody-gone'));
