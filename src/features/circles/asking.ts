import { sql } from 'kysely';
import { type Database, query, refusal, type Scope, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { type Level, weigh, weighOwnWords } from '../danger/index.ts';
import { notify } from '../notifications/index.ts';
import type { Circle } from './circle.ts';
import { unlessArchived } from './membership.ts';

export interface Answered {
  question: string;
  answer: string;
}

/** Somebody who asked to join, as the facilitators see her. */
export interface JoinRequest {
  memberId: string;
  displayName: string;
  answers: Answered[];
  /** How much her words worry: a quiet sign for those who read them. */
  level: Level;
  createdAt: Date;
}

/** Where her own request stands; null when she has not asked. */
export type Standing = { state: 'waiting' | 'declined'; askedAt: Date; mayAskAgain: boolean } | null;

/** Days after which a "not this time" may be asked again. */
const ASK_AGAIN_DAYS = 30;

export async function standingOf(tx: Tx, viewer: Scope, circleId: string): Promise<Standing> {
  if (!viewer.memberId) return null;
  const row = await tx.first(
    query
      .selectFrom('join_requests')
      .select(['state', 'created_at', 'decided_at'])
      .where('community_id', '=', viewer.communityId)
      .where('circle_id', '=', circleId)
      .where('member_id', '=', viewer.memberId)
      .where('state', '<>', 'admitted'),
  );
  if (!row) return null;
  const since = Date.now() - (row.decided_at ?? row.created_at).getTime();
  return {
    state: row.state as 'waiting' | 'declined',
    askedAt: row.created_at,
    mayAskAgain: row.state === 'declined' && since > ASK_AGAIN_DAYS * 86_400_000,
  };
}

/** What came of asking. already: a request is there that may not be asked again yet. closed: no requests any more. */
export interface Asking {
  outcome: 'asked' | 'already' | 'closed';
  /** How much her words worry: she is met with helplines. */
  level: Level;
}

/** Asks the facilitators for a place. */
export async function askToJoin(
  db: Database,
  viewer: Viewer,
  circle: Circle,
  answers: Answered[],
): Promise<Asking> {
  const hers = { community_id: viewer.communityId, circle_id: circle.circleId, member_id: viewer.memberId };
  try {
    return await db.write(viewer, async (tx) => {
      const standing = await standingOf(tx, viewer, circle.circleId);
      if (standing && !standing.mayAskAgain) return { outcome: 'already', level: 'none' };
      await withdrawRequest(tx, viewer, circle.circleId);
      await tx.run(query.insertInto('join_requests').values({ ...hers, answers: JSON.stringify(answers) }));
      await notify(tx, {
        to: 'facilitators',
        kind: 'circles.request',
        circleId: circle.circleId,
        subjectId: viewer.memberId,
      });
      return { outcome: 'asked', level: await weighOwnWords(tx, wordsOf(answers)) };
    });
  } catch (error) {
    if (refusal(error) === 'duplicate') return { outcome: 'already', level: 'none' };
    if (refusal(error) === 'forbidden') return { outcome: 'closed', level: 'none' };
    throw error;
  }
}

// Her words, without the circle's.
const wordsOf = (answers: Answered[]): string => answers.map(({ answer }) => answer).join('\n\n');

/** Takes her own request back. */
export async function withdrawRequest(tx: Tx, viewer: Scope, circleId: string): Promise<void> {
  await tx.run(
    query
      .deleteFrom('join_requests')
      .where('community_id', '=', viewer.communityId)
      .where('circle_id', '=', circleId)
      .where('member_id', '=', viewer.memberId ?? ''),
  );
}

/** Who waits for an answer, the longest-waiting first. For facilitators: the database shows it to no one else. */
export async function waitingRequests(tx: Tx, circleId: string): Promise<JoinRequest[]> {
  const rows = await tx.all(
    query
      .selectFrom('join_requests as r')
      .innerJoin('members as p', (join) =>
        join.onRef('p.community_id', '=', 'r.community_id').onRef('p.member_id', '=', 'r.member_id'),
      )
      .select(['r.member_id', 'p.display_name', 'r.answers', 'r.created_at'])
      .where('r.circle_id', '=', circleId)
      .where('r.state', '=', 'waiting')
      .orderBy('r.created_at'),
  );
  return rows.map((row) => {
    const answers = row.answers as unknown as Answered[];
    return {
      memberId: row.member_id,
      displayName: row.display_name,
      answers,
      level: weigh(wordsOf(answers)).level,
      createdAt: row.created_at,
    };
  });
}

/** Opens the door to somebody who asked. */
export async function admitRequest(
  db: Database,
  viewer: Viewer,
  circleId: string,
  memberId: string,
): Promise<'admitted' | 'full' | 'absent'> {
  const admitting = db.write(viewer, async (tx) => {
    const [row] = await tx.hot<{ answer: 'admitted' | 'full' | 'absent' }>(
      'SELECT access.admit($1, $2) AS answer',
      [circleId, memberId],
    );
    if (row!.answer === 'admitted') await notify(tx, { to: memberId, kind: 'circles.admitted', circleId });
    return row!.answer;
  });
  return unlessArchived(admitting, 'absent');
}

/** "Not this time." False when nobody was waiting. */
export async function declineRequest(
  db: Database,
  viewer: Viewer,
  circleId: string,
  memberId: string,
): Promise<boolean> {
  return db.write(viewer, async (tx) => {
    const touched = await tx.run(
      query
        .updateTable('join_requests')
        .set({ state: 'declined', decided_at: sql<Date>`now()`, decided_by: viewer.memberId })
        .where('community_id', '=', viewer.communityId)
        .where('circle_id', '=', circleId)
        .where('member_id', '=', memberId)
        .where('state', '=', 'waiting'),
    );
    return touched > 0;
  });
}
