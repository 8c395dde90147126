import { newId } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { type Circle, circleOf } from '../circles/index.ts';

/** Two quiet circles that go on together, as one of those concerned sees it. */
export interface Merge {
  mergeId: string;
  /** The two, and the one they went on in; null where the reader may not know of the circle. */
  a: Circle | null;
  b: Circle | null;
  joined: Circle | null;
  /** What the new circle is called. */
  name: string;
  state: 'asked' | 'announced' | 'effected' | 'settled' | 'called-off' | 'undone';
  takesEffectAt: Date | null;
  effectedAt: Date | null;
  /** Her yes is waited for. */
  asksHer: boolean;
  /** She may call it off, or take it back while that is possible. */
  mayStop: boolean;
  /** She is in one of the two. */
  isHers: boolean;
  /** She said that she does not come along. */
  staysBehind: boolean;
  /** Came into the joined circle and were in neither of the two; told to those who may take it back. */
  cameSince: number;
}

/** A merge may be taken back for a week. */
const BACK_DAYS = 7;

interface MergeRow {
  merge_id: string;
  circle_a: string;
  circle_b: string;
  joined_circle: string | null;
  name: string;
  a_joining: string;
  b_joining: string;
  asked_circle: string | null;
  agreed_at: Date | null;
  takes_effect_at: Date | null;
  effected_at: Date | null;
  called_off_at: Date | null;
  undone_at: Date | null;
}

/** A merge that concerns her; undefined for others and unknown ones alike. */
export async function mergeFor(tx: Tx, viewer: Viewer, mergeId: string): Promise<Merge | undefined> {
  const row = await tx.first(query.selectFrom('circle_merges').selectAll().where('merge_id', '=', mergeId));
  return row && readMerge(tx, viewer, row);
}

/** Merges of a circle that are being asked, announced or just done, the newest first. */
export async function mergesOf(tx: Tx, viewer: Viewer, circleId: string): Promise<Merge[]> {
  const rows = await tx.hot<MergeRow>(
    `SELECT * FROM circle_merges WHERE community_id = $1 AND $2 IN (circle_a, circle_b, joined_circle)
       AND called_off_at IS NULL AND undone_at IS NULL
       AND (effected_at IS NULL OR effected_at > now() - interval '${BACK_DAYS} days') ORDER BY proposed_at DESC`,
    [viewer.communityId, circleId],
  );
  return readMerges(tx, viewer, rows);
}

/** For the coordinator: what is being asked or announced among listed circles, and what may still be taken back. */
export async function mergesInView(tx: Tx, viewer: Viewer): Promise<Merge[]> {
  const rows = await tx.hot<MergeRow>(
    `SELECT * FROM circle_merges WHERE community_id = $1 AND called_off_at IS NULL AND undone_at IS NULL
       AND a_joining <> 'hidden' AND b_joining <> 'hidden'
       AND (effected_at IS NULL OR effected_at > now() - interval '${BACK_DAYS} days')
     ORDER BY proposed_at DESC LIMIT 50`,
    [viewer.communityId],
  );
  return readMerges(tx, viewer, rows);
}

/** One after the other: they share one transaction. */
async function readMerges(tx: Tx, viewer: Viewer, rows: MergeRow[]): Promise<Merge[]> {
  const merges: Merge[] = [];
  for (const row of rows) merges.push(await readMerge(tx, viewer, row));
  return merges;
}

async function readMerge(tx: Tx, viewer: Viewer, row: MergeRow): Promise<Merge> {
  const ids = [row.circle_a, row.circle_b, ...(row.joined_circle ? [row.joined_circle] : [])];
  const circles = await knownAmong(tx, ids);
  const seats = await tx.hot<{ circle_id: string; role: string }>(
    'SELECT circle_id, role FROM circle_members WHERE community_id = $1 AND member_id = $2 AND circle_id = ANY ($3)',
    [viewer.communityId, viewer.memberId, [row.circle_a, row.circle_b]],
  );
  const [refusal] = await tx.hot<{ merge_id: string }>(
    'SELECT merge_id FROM merge_refusals WHERE merge_id = $1 AND member_id = $2',
    [row.merge_id, viewer.memberId],
  );
  const cameSince = row.joined_circle
    ? await tx.hot<{ n: number }>('SELECT access.later_joiners($1) AS n', [row.merge_id])
    : [];
  const looksAfter = (id: string) =>
    seats.some((seat) => seat.circle_id === id && seat.role === 'facilitator');
  const listed = row.a_joining !== 'hidden' && row.b_joining !== 'hidden';
  return {
    mergeId: row.merge_id,
    a: circles.get(row.circle_a) ?? null,
    b: circles.get(row.circle_b) ?? null,
    joined: (row.joined_circle && circles.get(row.joined_circle)) || null,
    name: row.name,
    state: stateOf(row),
    takesEffectAt: row.takes_effect_at,
    effectedAt: row.effected_at,
    asksHer: row.agreed_at === null && row.asked_circle !== null && looksAfter(row.asked_circle),
    mayStop:
      looksAfter(row.circle_a) || looksAfter(row.circle_b) || (viewer.role === 'coordinator' && listed),
    isHers: seats.length > 0,
    staysBehind: refusal !== undefined,
    cameSince: cameSince[0]?.n ?? 0,
  };
}

function stateOf(row: MergeRow): Merge['state'] {
  if (row.undone_at) return 'undone';
  if (row.called_off_at) return 'called-off';
  if (row.effected_at)
    return Date.now() - row.effected_at.getTime() < BACK_DAYS * 86_400_000 ? 'effected' : 'settled';
  return row.agreed_at ? 'announced' : 'asked';
}

/** Those of these circles that the reader may know of. The database leaves out what is hidden from her. */
async function knownAmong(tx: Tx, ids: string[]): Promise<Map<string, Circle>> {
  const rows = await tx.all(query.selectFrom('circles').selectAll().where('circle_id', 'in', ids));
  return new Map(rows.map((row) => [row.circle_id, circleOf(row)]));
}

/** Small circles where nobody wrote for four weeks, as far as she may bring them together. */
export async function quietCircles(tx: Tx): Promise<Circle[]> {
  const ids = await tx.hot<{ id: string }>('SELECT access.quiet_circles() AS id', []);
  if (ids.length === 0) return [];
  const known = await knownAmong(
    tx,
    ids.map(({ id }) => id),
  );
  return ids.flatMap(({ id }) => known.get(id) ?? []);
}

export type Proposal = 'announced' | 'asked' | 'already' | 'lively' | 'absent';

/** Proposes that two circles go on together under a name. Resolves to what came of it, and the merge's id. */
export async function proposeMerge(
  tx: Tx,
  a: string,
  b: string,
  name: string,
): Promise<{ said: Proposal; mergeId: string }> {
  const mergeId = newId();
  const [row] = await tx.hot<{ said: Proposal }>('SELECT access.propose_merge($1, $2, $3, $4) AS said', [
    mergeId,
    a,
    b,
    name,
  ]);
  return { said: row!.said, mergeId };
}

const did = async (tx: Tx, text: string, id: string): Promise<boolean> =>
  (await tx.hot<{ done: boolean }>(text, [id]))[0]?.done ?? false;

export const agreeToMerge = (tx: Tx, id: string) => did(tx, 'SELECT access.agree_to_merge($1) AS done', id);
export const callOffMerge = (tx: Tx, id: string) => did(tx, 'SELECT access.call_off_merge($1) AS done', id);
export const undoMerge = (tx: Tx, id: string) => did(tx, 'SELECT access.undo_merge($1) AS done', id);

/** Two circles become one, if the announced time has come and nobody was quicker. */
export async function effectMerge(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.effect_merge($1, $2) AS done', [id, newId()]);
  return row!.done;
}

/** "Not me", and back again, until it happens. */
export async function stayBehind(tx: Tx, viewer: Viewer, mergeId: string, stays: boolean): Promise<void> {
  const hers = { community_id: viewer.communityId, merge_id: mergeId, member_id: viewer.memberId };
  if (stays) {
    await tx.run(
      query
        .insertInto('merge_refusals')
        .values(hers)
        .onConflict((conflict) => conflict.doNothing()),
    );
  } else {
    await tx.run(
      query
        .deleteFrom('merge_refusals')
        .where('merge_id', '=', mergeId)
        .where('member_id', '=', viewer.memberId),
    );
  }
}
