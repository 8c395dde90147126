import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import type { Photo } from '../photos/index.ts';
import { POLL, type Poll } from './polls/poll.ts';
import type { Post } from './post.ts';

/** What posts carry beside their words. */
export interface Carried {
  photos: Photo[] | null;
  poll: Poll | null;
}

const CARRIED = `SELECT p.id AS post_id,
    (SELECT json_agg(json_build_object('photo_id', f.photo_id, 'description', f.description, 'width', f.width, 'height', f.height)
      ORDER BY f.place) FROM photos f WHERE f.community_id = $1 AND f.post_id = p.id) AS photos,
    ${POLL} AS poll
  FROM unnest($3::uuid[]) AS p(id)`;

/** Puts their photos and polls to the posts of a page. One statement, and none where no post carries anything. */
export async function withCarried<P extends Post>(tx: Tx, viewer: Viewer, posts: P[]): Promise<P[]> {
  const laden = posts.filter((post) => post.photo_count > 0 || post.has_poll).map((post) => post.post_id);
  if (laden.length === 0) return posts;
  const rows = await tx.hot<Carried & { post_id: string }>(CARRIED, [
    viewer.communityId,
    viewer.memberId,
    laden,
  ]);
  const found = new Map(rows.map(({ post_id, ...carried }) => [post_id, carried]));
  return posts.map((post) => {
    const carried = found.get(post.post_id);
    return carried ? { ...post, carried } : post;
  });
}
