import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { NAMED_OF, type Nameable } from '../circle-names/index.ts';
import { wordsMeant } from './spelling.ts';

export const HITS_PER_PAGE = 20;

/** A post or reply she may read that has the words. */
export interface PostHit {
  postId: string;
  threadId: string;
  circleId: string;
  circle: Nameable;
  author: string | null;
  pseudonym: string | null;
  createdAt: Date;
  contentNote: string | null;
  /** The stretch around the words, which stand between START and STOP; empty under a content note. */
  excerpt: string;
}

/** Signs no text can hold: forms take no control characters. */
export const START = '\u0001';
export const STOP = '\u0002';

const columns = (
  excerpt: string,
) => `p.post_id AS "postId", p.thread_id AS "threadId", p.circle_id AS "circleId",
  ${NAMED_OF('c')} AS circle, m.display_name AS author, p.pseudonym, p.created_at AS "createdAt", p.content_note AS "contentNote",
  CASE WHEN p.content_note IS NULL THEN ${excerpt} ELSE '' END AS excerpt`;

// Whom she blocked she may still read where she looks after a circle; a search does not bring it before her. Of blocks
// and hidden names she sees her own alone.
const READABLE = `JOIN posts p ON p.community_id = w.community_id AND p.post_id = w.post_id AND p.removed_at IS NULL
    AND (p.author_id IS NULL OR p.author_id <> ALL (ARRAY(SELECT b.blocked_id FROM blocks b)))
    AND (p.pseudonym_id IS NULL OR p.pseudonym_id <> ALL (ARRAY(SELECT h.pseudonym_id FROM hidden_pseudonyms h)))`;
const FROM = `${READABLE}
  JOIN circles c ON c.community_id = p.community_id AND c.circle_id = p.circle_id
  LEFT JOIN members m ON m.community_id = p.community_id AND m.member_id = p.author_id`;

const HEADLINE = `ts_headline('pg_catalog.simple', left(p.body, 4000), access.words_wanted($2),
  'StartSel=${START}, StopSel=${STOP}, MaxWords=32, MinWords=16, MaxFragments=1')`;

// A reply in a conversation whose opening is out of her sight has no page for her: it is not there either.
const IN_SIGHT = `EXISTS (SELECT FROM posts t WHERE t.community_id = p.community_id AND t.post_id = p.thread_id)`;

// Found first, cut off, and only then read: joined before that, every hit would be read.
const BY_WORDS = `SELECT ${columns(HEADLINE)} FROM (
    SELECT w.community_id, w.post_id, w.created_at, ts_rank(w.words, access.words_wanted($2)) AS rank
    FROM post_words w JOIN posts p ON p.community_id = w.community_id AND p.post_id = w.post_id
    WHERE w.community_id = $1 AND ($3::uuid IS NULL OR w.circle_id = $3) AND w.words @@ access.words_wanted($2)
      AND w.circle_id <> ALL ($4::uuid[]) AND ${IN_SIGHT}
    ORDER BY rank DESC, w.created_at DESC, w.post_id LIMIT ${HITS_PER_PAGE + 1} OFFSET $5) w
  ${FROM} ORDER BY w.rank DESC, w.created_at DESC, w.post_id`;

/** How many of the newest posts are looked through for words that are only alike. */
const LOOKED_THROUGH = 3000;
const ALIKE = 0.45;

const BY_LIKENESS = `SELECT ${columns('left(p.body, 240)')} FROM (
    SELECT n.community_id, n.post_id, n.created_at, access.likeness(access.plain($2), access.plain(left(n.body, 2000))) AS rank
    FROM (SELECT p.community_id, p.post_id, p.created_at, p.body FROM post_words w
        JOIN posts p ON p.community_id = w.community_id AND p.post_id = w.post_id
      WHERE w.community_id = $1 AND ($3::uuid IS NULL OR w.circle_id = $3)
        AND w.circle_id <> ALL ($4::uuid[]) AND ${IN_SIGHT}
      ORDER BY w.created_at DESC LIMIT ${LOOKED_THROUGH}) n) w
  ${FROM} WHERE w.rank >= ${ALIKE} ORDER BY w.rank DESC, w.created_at DESC LIMIT ${HITS_PER_PAGE}`;

/** The same for what was probably meant, and the words there are in what she may read. */
const BY_MEANING = BY_WORDS.replaceAll('access.words_wanted($2)', '$2::tsquery');
const VOCABULARY = `SELECT DISTINCT said.lexeme AS word FROM (SELECT w.words FROM post_words w ${READABLE}
    WHERE w.community_id = $1 AND ($2::uuid IS NULL OR w.circle_id = $2) AND w.circle_id <> ALL ($3::uuid[])
      AND EXISTS (SELECT FROM posts t WHERE t.community_id = p.community_id AND t.post_id = p.thread_id)
    ORDER BY w.created_at DESC LIMIT ${LOOKED_THROUGH}) n, unnest(n.words) AS said`;

export interface PostHits {
  hits: PostHit[];
  more: boolean;
  /** Nothing has the words as they were typed; these are alike. */
  alike: boolean;
}

/** Posts and replies in the viewer's own circles; in one that is set `aside` only where she looks in it. A misspelling is forgiven when the right words find nothing. */
export async function postHits(
  tx: Tx,
  viewer: Viewer,
  wanted: string,
  circleId: string | undefined,
  page: number,
  aside: ReadonlySet<string>,
): Promise<PostHits> {
  const where = [circleId ?? null, circleId ? [] : [...aside]];
  const known = [viewer.communityId, wanted, ...where];
  const rows = await tx.hot<PostHit>(BY_WORDS, [...known, (page - 1) * HITS_PER_PAGE]);
  if (rows.length > 0 || page > 1)
    return { hits: rows.slice(0, HITS_PER_PAGE), more: rows.length > HITS_PER_PAGE, alike: false };
  const meant = await wordsMeant(tx, wanted, VOCABULARY, [viewer.communityId, ...where]);
  const near = meant ? await tx.hot<PostHit>(BY_MEANING, [viewer.communityId, meant, ...where, 0]) : [];
  const hits = near.length > 0 ? near : await tx.hot<PostHit>(BY_LIKENESS, known);
  return { hits: hits.slice(0, HITS_PER_PAGE), more: false, alike: hits.length > 0 };
}
