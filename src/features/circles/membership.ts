import { type Database, query, refusal, type Scope, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import type { Seat } from './access.ts';
import { type Circle, type CircleRow, circleOf } from './circle.ts';

/** full: no place left. ask: not by this door (by request, or by invitation). absent: no such circle for her. */
export type Entrance = 'joined' | 'already' | 'full' | 'ask' | 'absent';

/**
 * Walks into a circle, through an open door or with an invitation's hash. The database keeps the cap and chooses who
 * greets her, in one statement, however many come at once.
 */
export async function joinCircle(
  db: Database,
  viewer: Viewer,
  circleId: string,
  invitationHash: string | null = null,
): Promise<Entrance> {
  const entering = db.write(viewer, async (tx) => {
    const [row] = await tx.hot<{ entrance: Entrance }>('SELECT access.enter_circle($1, $2) AS entrance', [
      circleId,
      invitationHash,
    ]);
    return row!.entrance;
  });
  return unlessArchived<Entrance>(entering, 'absent');
}

/** An archive takes nobody in, the database says, by whatever way: for whoever is outside there is no such circle. */
export async function unlessArchived<T>(entering: Promise<T>, absent: T): Promise<T> {
  try {
    return await entering;
  } catch (error) {
    if (refusal(error) === 'unfit') return absent;
    throw error;
  }
}

/** Leaves a circle. False when she was not in it. The keys of a last facilitator pass on in the database. */
export async function leaveCircle(db: Database, viewer: Viewer, circleId: string): Promise<boolean> {
  return db.write(viewer, async (tx) => {
    const gone = await tx.run(
      query
        .deleteFrom('circle_members')
        .where('community_id', '=', viewer.communityId)
        .where('circle_id', '=', circleId)
        .where('member_id', '=', viewer.memberId),
    );
    return gone > 0;
  });
}

/** What her leaving would do: nothing to others, hand the keys to somebody, or close the circle. */
export type Parting = { kind: 'plain' } | { kind: 'keys'; heir: string } | { kind: 'closes' };

/** Tells it before it happens. The heir is found as the database finds her: the longest-standing member. */
export async function partingOf(tx: Tx, viewer: Scope, circleId: string): Promise<Parting> {
  const others = await tx.hot<{ role: Seat['role']; display_name: string }>(
    `SELECT m.role, p.display_name FROM circle_members m JOIN members p USING (community_id, member_id)
     WHERE m.community_id = $1 AND m.circle_id = $2 AND m.member_id <> $3
     ORDER BY m.role = 'facilitator' DESC, m.joined_at, m.member_id LIMIT 1`,
    [viewer.communityId, circleId, viewer.memberId],
  );
  const [next] = others;
  if (!next) return { kind: 'closes' };
  return next.role === 'facilitator' ? { kind: 'plain' } : { kind: 'keys', heir: next.display_name };
}

/** One of her circles. */
export interface HerCircle {
  circle: Circle;
  role: Seat['role'];
  /** The newest words she may read there; null while nobody wrote. */
  lastWords: Date | null;
  /** Requests that wait for her answer; 0 unless she facilitates. */
  waiting: number;
}

/** Circles of hers that went on elsewhere: she reads what she could read. The last one first. */
export async function archivesOf(tx: Tx, viewer: Scope): Promise<Circle[]> {
  const rows = await tx.hot<CircleRow>(
    `SELECT c.* FROM circle_members m JOIN circles c ON c.community_id = m.community_id AND c.circle_id = m.circle_id
     WHERE m.community_id = $1 AND m.member_id = $2 AND c.closed_at IS NULL AND c.archived_at IS NOT NULL
     ORDER BY c.archived_at DESC`,
    [viewer.communityId, viewer.memberId],
  );
  return rows.map(circleOf);
}

/** The circles she is in, the liveliest first. */
export async function circlesOf(tx: Tx, viewer: Scope): Promise<HerCircle[]> {
  const rows = await tx.hot<
    CircleRow & { seat_role: Seat['role']; last_words: Date | null; waiting: number }
  >(
    `SELECT c.*, m.role AS seat_role,
       (SELECT p.last_active_at FROM posts p WHERE p.community_id = c.community_id AND p.circle_id = c.circle_id
          AND p.thread_id = p.post_id AND p.removed_at IS NULL
        ORDER BY p.last_active_at DESC LIMIT 1) AS last_words,
       CASE WHEN m.role = 'facilitator' THEN (SELECT count(*)::int FROM join_requests r
          WHERE r.community_id = c.community_id AND r.circle_id = c.circle_id AND r.state = 'waiting') ELSE 0 END AS waiting
     FROM circle_members m JOIN circles c ON c.community_id = m.community_id AND c.circle_id = m.circle_id
     WHERE m.community_id = $1 AND m.member_id = $2 AND c.closed_at IS NULL AND c.archived_at IS NULL
     ORDER BY last_words DESC NULLS LAST, c.circle_id`,
    [viewer.communityId, viewer.memberId],
  );
  return rows.map((row) => ({
    circle: circleOf(row),
    role: row.seat_role,
    lastWords: row.last_words,
    waiting: row.waiting,
  }));
}
