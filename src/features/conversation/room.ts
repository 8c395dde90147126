import type { Tx } from '../../platform/db/index.ts';
import { notFound, Problem, type Viewer } from '../../platform/http/index.ts';
import { type Circle, GREETING_DAYS, seatedCircle } from '../circles/index.ts';
import { type Change, changesOf } from '../cohorts/index.ts';
import { ANYTHING_WAITS } from '../first-reply/index.ts';

export interface Named {
  memberId: string;
  name: string;
}

/** A circle as its members live in it. */
export interface Room {
  circle: Circle;
  /** Those who look after it, the longest first. */
  facilitators: Named[];
  /** Whether the viewer is one of them. */
  facilitates: boolean;
  /** Set while the viewer is new here and nobody has greeted her: who will. */
  greeter: string | null;
  /** She came lately and has written nothing under her name. */
  mayIntroduce: boolean;
  /** Whether the viewer offered to greet newcomers. */
  greets: boolean;
  /** How many wait to be let in; 0 for those who cannot open. */
  asking: number;
  /** How much waits for whoever keeps it kind: reports, quiet signs, newcomers' words; 0 for others. */
  caring: number;
  /** New members the viewer was asked to greet. */
  toGreet: (Named & { joinedAt: Date })[];
  /** Somebody's post waits for a first reply. */
  waits: boolean;
  /** There are people whose words she does not see, by whoever's wish: what is counted is counted for her. */
  seesLess: boolean;
  /** Set while she only reads here: until when, and what she was told. */
  muted: { until: Date; reason: string } | null;
  /** What the circle tells about itself: that it moves, or changes hands. */
  changes: Change[];
}

interface Company {
  facilitators: Named[] | null;
  greeter: string | null;
  is_new: boolean;
  to_greet: (Named & { joinedAt: string })[] | null;
  asking: number;
  caring: number;
  waits: boolean;
  sees_less: boolean;
  muted: { until: string; reason: string } | null;
}

// One row about the people of the room. Whoever still may be greeted is new.
const COMPANY = `
  SELECT
    (SELECT json_agg(json_build_object('memberId', f.member_id, 'name', m.display_name) ORDER BY f.joined_at)
      FROM circle_members f JOIN members m USING (community_id, member_id)
      WHERE f.community_id = $1 AND f.circle_id = $2 AND f.role = 'facilitator') AS facilitators,
    (SELECT m.display_name FROM members m WHERE m.community_id = $1 AND m.member_id = me.greeter_id
      AND m.member_id <> ALL ((SELECT access.my_blocked_ids())::uuid[])
      AND me.welcomed_at IS NULL AND me.joined_at > now() - interval '${GREETING_DAYS} days') AS greeter,
    me.role = 'member' AND me.joined_at > now() - interval '${GREETING_DAYS} days' AND NOT EXISTS (
      SELECT FROM posts p WHERE p.community_id = $1 AND p.author_id = $3 AND p.circle_id = $2) AS is_new,
    (SELECT json_agg(json_build_object('memberId', n.member_id, 'name', m.display_name, 'joinedAt', n.joined_at) ORDER BY n.joined_at)
      FROM circle_members n JOIN members m USING (community_id, member_id)
      WHERE n.community_id = $1 AND n.circle_id = $2 AND n.greeter_id = $3 AND n.welcomed_at IS NULL
        AND n.joined_at > now() - interval '${GREETING_DAYS} days'
        AND n.member_id <> ALL ((SELECT access.my_blocked_ids())::uuid[])) AS to_greet,
    CASE WHEN me.role = 'facilitator' THEN (SELECT count(*)::int FROM join_requests q
      WHERE q.community_id = $1 AND q.circle_id = $2 AND q.state = 'waiting') ELSE 0 END AS asking,
    CASE WHEN me.role = 'facilitator' THEN (SELECT count(*)::int FROM cases c
        WHERE c.community_id = $1 AND c.circle_id = $2 AND c.decided_at IS NULL)
      + (SELECT count(*)::int FROM posts h WHERE h.community_id = $1 AND h.circle_id = $2 AND (h.held_at IS NOT NULL OR h.reworded_at IS NOT NULL)
        AND h.removed_at IS NULL AND EXISTS (SELECT FROM posts t WHERE t.community_id = $1 AND t.post_id = h.thread_id))
      + (SELECT count(*)::int FROM flags f WHERE f.community_id = $1 AND f.circle_id = $2 AND f.seen_at IS NULL
        AND EXISTS (SELECT FROM posts p JOIN posts t ON t.community_id = $1 AND t.post_id = p.thread_id
          WHERE p.community_id = $1 AND p.post_id = f.post_id AND p.removed_at IS NULL)
        AND NOT EXISTS (SELECT FROM cases o WHERE o.community_id = $1 AND o.case_id = f.case_id AND o.decided_at IS NULL))
      ELSE 0 END AS caring,
    ${ANYTHING_WAITS} AS waits,
    me.role = 'member' AND cardinality((SELECT access.my_unseen_ids())) + cardinality((SELECT access.my_hidden_pseudonym_ids())) > 0 AS sees_less,
    (SELECT json_build_object('until', s.until, 'reason', s.reason) FROM sanctions s WHERE s.community_id = $1 AND s.member_id = $3
      AND s.circle_id = $2 AND s.lifted_at IS NULL AND s.until > now() ORDER BY s.until DESC LIMIT 1) AS muted
  FROM circle_members me WHERE me.community_id = $1 AND me.circle_id = $2 AND me.member_id = $3`;

/**
 * The room of a circle the viewer is in, or undefined: absent, hidden and not-hers are the same. Two statements, unless
 * something is announced in it.
 */
export async function roomOf(tx: Tx, viewer: Viewer, circleId: string): Promise<Room | undefined> {
  const found = await seatedCircle(tx, viewer, circleId);
  if (!found) return undefined;
  const [company] = await tx.hot<Company>(COMPANY, [viewer.communityId, circleId, viewer.memberId]);
  return {
    circle: found.circle,
    facilitators: company?.facilitators ?? [],
    facilitates: found.seat.role === 'facilitator',
    greeter: company?.greeter ?? null,
    mayIntroduce: company?.is_new ?? false,
    greets: found.seat.greets,
    asking: company?.asking ?? 0,
    caring: company?.caring ?? 0,
    waits: company?.waits ?? false,
    seesLess: company?.sees_less ?? false,
    muted: company?.muted ? { ...company.muted, until: new Date(company.muted.until) } : null,
    toGreet: (company?.to_greet ?? []).map((one) => ({ ...one, joinedAt: new Date(one.joinedAt) })),
    changes: await changesOf(tx, viewer, found),
  };
}

/** The same, for a page in the room. @throws Problem 404 for those who are not in it */
export const requireRoom = async (tx: Tx, viewer: Viewer, circleId: string): Promise<Room> =>
  (await roomOf(tx, viewer, circleId)) ?? notFound();

/** Her seat, for an act in the room. @throws Problem 404 for those who are not in it */
export async function requireSeat(
  tx: Tx,
  viewer: Viewer,
  circleId: string,
): Promise<{ facilitates: boolean }> {
  const found = await seatedCircle(tx, viewer, circleId);
  return found ? { facilitates: found.seat.role === 'facilitator' } : notFound();
}

/** Her seat, for an act that adds something to the room. @throws Problem 403 in a circle that has gone on elsewhere */
export async function requireVoice(tx: Tx, viewer: Viewer, circleId: string): Promise<void> {
  const found = await seatedCircle(tx, viewer, circleId);
  if (!found) notFound();
  if (found.circle.archivedAt) throw new Problem(403, 'conversation.archived');
}
