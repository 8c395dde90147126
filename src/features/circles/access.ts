import { sql } from 'kysely';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { type Ctx, notFound } from '../../platform/http/index.ts';
import { type Circle, type CircleRow, circleOf } from './circle.ts';

/** The scope of a request anybody may make. */
export const scopeOf = (c: Ctx): Scope =>
  c.get('viewer') ?? { communityId: c.get('community').communityId, memberId: null };

/** An id out of the address; the pattern of the path lets nothing else through. */
export const idIn = (c: Ctx, name = 'id'): string => c.req.param(name) ?? notFound();

/** Her seat in a circle. */
export interface Seat {
  role: 'member' | 'facilitator';
  greets: boolean;
  joinedAt: Date;
  /** Set: the keys came to her because nobody else was left to hold them. */
  actingSince: Date | null;
}

export interface SeatedCircle {
  circle: Circle;
  seat: Seat;
}

/**
 * A circle whoever asks may know of: a listed one, or a hidden one she is in.
 * @throws Problem 404 for hidden, closed and unknown circles and those of other communities alike
 */
export async function listedCircle(tx: Tx, id: string): Promise<Circle> {
  const row = await tx.first(
    query.selectFrom('circles').selectAll().where('circle_id', '=', id).where('closed_at', 'is', null),
  );
  return row ? circleOf(row) : notFound();
}

/**
 * Those of these circles that stand in the list by now; closed and unknown ones are left out, and hidden ones too
 * unless she is in them and they are asked for.
 */
export async function listedAmong(tx: Tx, ids: string[], { hiddenToo = false } = {}): Promise<Circle[]> {
  if (ids.length === 0) return [];
  const rows = await tx.all(
    query
      .selectFrom('circles')
      .selectAll()
      .where('circle_id', 'in', ids)
      .where('closed_at', 'is', null)
      .$if(!hiddenToo, (q) => q.where('joining', '<>', 'hidden'))
      .orderBy('created_at'),
  );
  return rows.map(circleOf);
}

/** A circle she is in, with her seat. @throws Problem 404 otherwise */
export async function circleForMember(tx: Tx, viewer: Scope, id: string): Promise<SeatedCircle> {
  return (await seatedCircle(tx, viewer, id)) ?? notFound();
}

/** A circle she facilitates. @throws Problem 404 otherwise, for its plain members too */
export async function circleForFacilitator(tx: Tx, viewer: Scope, id: string): Promise<Circle> {
  const found = await seatedCircle(tx, viewer, id);
  return found?.seat.role === 'facilitator' ? found.circle : notFound();
}

/**
 * A circle she facilitates whose door she keeps: who comes in, what it is called, when it closes.
 * @throws Problem 404 for a room of two as well, which belongs to the two
 */
export async function circleWithDoor(tx: Tx, viewer: Scope, id: string): Promise<Circle> {
  const circle = await circleForFacilitator(tx, viewer, id);
  return circle.ofTwo ? notFound() : circle;
}

/** A circle she is in, or undefined. */
export async function seatedCircle(tx: Tx, viewer: Scope, id: string): Promise<SeatedCircle | undefined> {
  const [row] = await tx.hot<
    CircleRow & {
      seat_role: Seat['role'];
      seat_greets: boolean;
      seat_joined_at: Date;
      seat_acting_since: Date | null;
    }
  >(
    `SELECT c.*, m.role AS seat_role, m.greets AS seat_greets, m.joined_at AS seat_joined_at,
       m.acting_since AS seat_acting_since
     FROM circle_members m JOIN circles c ON c.community_id = m.community_id AND c.circle_id = m.circle_id
     WHERE m.community_id = $1 AND m.circle_id = $2 AND m.member_id = $3 AND c.closed_at IS NULL`,
    [viewer.communityId, id, viewer.memberId],
  );
  if (!row) return undefined;
  return {
    circle: circleOf(row),
    seat: {
      role: row.seat_role,
      greets: row.seat_greets,
      joinedAt: row.seat_joined_at,
      actingSince: row.seat_acting_since,
    },
  };
}

/** What a living invitation opens, hidden circles included; undefined for any other token. */
export async function invitedCircle(tx: Tx, tokenHash: string): Promise<Circle | undefined> {
  const row = await tx.first(sql<CircleRow>`SELECT * FROM access.invited_circle(${tokenHash})`);
  return row && circleOf(row);
}

/** Names of those who look after circles, by circle id. Empty for people who are not members of the community. */
export async function facilitatorsOf(tx: Tx, circleIds: string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  const rows = await tx.hot<{ circle_id: string; display_name: string }>(
    'SELECT circle_id, display_name FROM access.facilitators_of($1)',
    [circleIds],
  );
  for (const row of rows) names.set(row.circle_id, [...(names.get(row.circle_id) ?? []), row.display_name]);
  return names;
}
