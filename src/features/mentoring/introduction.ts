import { sql } from 'kysely';
import { newId } from '../../platform/crypto/index.ts';
import { query, refusal, type Scope, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { notify } from '../notifications/index.ts';

export type IntroductionState = 'asked' | 'accepted' | 'declined' | 'withdrawn';

/** One mother asked to meet one mentor, as either of the two sees it. */
export interface Introduction {
  id: string;
  /** The other one. */
  otherId: string;
  otherName: string;
  iAsked: boolean;
  message: string;
  state: IntroductionState;
  circleId: string | null;
  createdAt: Date;
  /** Whose clocks the other lives by; null: the community's. */
  otherZone: string | null;
}

/** Hers, the newest first, on either side. */
export async function introductionsOf(tx: Tx, viewer: Scope): Promise<Introduction[]> {
  const rows = await tx.all(
    query
      .selectFrom('introductions as i')
      .innerJoin('members as m', (j) =>
        j
          .onRef('m.community_id', '=', 'i.community_id')
          .on(
            sql<boolean>`m.member_id = CASE WHEN i.mentee_id = ${viewer.memberId}::uuid THEN i.mentor_id ELSE i.mentee_id END`,
          ),
      )
      .select([
        'i.introduction_id',
        'i.mentee_id',
        'i.message',
        'i.state',
        'i.circle_id',
        'i.created_at',
        'm.member_id',
        'm.display_name',
        'm.time_zone',
      ])
      .orderBy('i.created_at', 'desc')
      .limit(50),
  );
  return rows.map((row) => ({
    id: row.introduction_id,
    otherId: row.member_id,
    otherName: row.display_name,
    iAsked: row.mentee_id === viewer.memberId,
    message: row.message,
    state: row.state as IntroductionState,
    circleId: row.circle_id,
    createdAt: row.created_at,
    otherZone: row.time_zone,
  }));
}

/** One of hers in which both said yes and the room is still there; null for any other. */
export async function pairOf(
  tx: Tx,
  viewer: Scope,
  id: string,
): Promise<(Introduction & { circleId: string }) | null> {
  const found = (await introductionsOf(tx, viewer)).find((one) => one.id === id);
  if (found?.state !== 'accepted' || !found.circleId) return null;
  const seats = await tx.hot(
    'SELECT 1 FROM circles WHERE circle_id = $1 AND archived_at IS NULL AND circle_id = ANY (access.my_circle_ids())',
    [found.circleId],
  );
  return seats.length > 0 ? { ...found, circleId: found.circleId } : null;
}

/** How many are waiting for her yes or no. */
export async function introductionsWaiting(tx: Tx, viewer: Scope): Promise<number> {
  const row = await tx.first(
    query
      .selectFrom('introductions')
      .select((e) => e.fn.countAll<number>().as('waiting'))
      .where('mentor_id', '=', viewer.memberId)
      .where('state', '=', 'asked'),
  );
  return row?.waiting ?? 0;
}

/** Asks a mentor. 'asked', or why not: the database holds the capacity and allows one open request to a person. */
export async function askToMeet(
  write: (work: (tx: Tx) => Promise<unknown>) => Promise<unknown>,
  viewer: Viewer,
  mentorId: string,
  message: string,
): Promise<'asked' | 'already' | 'full'> {
  try {
    await write(async (tx) => {
      await tx.run(
        query.insertInto('introductions').values({
          community_id: viewer.communityId,
          introduction_id: newId(),
          mentee_id: viewer.memberId,
          mentor_id: mentorId,
          message,
        }),
      );
      await notify(tx, { to: mentorId, kind: 'mentoring.asked', subjectId: viewer.memberId });
    });
    return 'asked';
  } catch (error) {
    const why = refusal(error);
    if (why === 'duplicate') return 'already';
    if (why === 'mentor_full') return 'full';
    throw error;
  }
}

/** The mentor's yes. Resolves to the hidden circle of the two, or null when it is not hers to answer. */
export async function acceptIntroduction(
  tx: Tx,
  viewer: Viewer,
  id: string,
  circleName: string,
): Promise<string | null> {
  const [row] = await tx.hot<{ circle: string | null }>(
    'SELECT access.accept_introduction($1, $2, $3, $4) AS circle',
    [id, newId(), circleName, viewer.timeZone],
  );
  const circleId = row?.circle ?? null;
  if (circleId) await tellMentee(tx, viewer, id, circleId);
  return circleId;
}

async function tellMentee(tx: Tx, viewer: Viewer, id: string, circleId: string): Promise<void> {
  const asked = await tx.first(
    query.selectFrom('introductions').select('mentee_id').where('introduction_id', '=', id),
  );
  const news = { kind: 'mentoring.accepted', circleId, subjectId: viewer.memberId } as const;
  if (asked) await notify(tx, { to: asked.mentee_id, ...news });
}

/** The mentor's "not now", or the mentee taking it back. False when there was nothing of hers to change. */
export async function closeIntroduction(
  tx: Tx,
  viewer: Viewer,
  id: string,
  state: 'declined' | 'withdrawn',
): Promise<boolean> {
  const mine = state === 'declined' ? 'mentor_id' : 'mentee_id';
  const touched = await tx.run(
    query
      .updateTable('introductions')
      .set({ state, answered_at: sql`now()` })
      .where('introduction_id', '=', id)
      .where('state', '=', 'asked')
      .where(mine, '=', viewer.memberId),
  );
  return touched === 1;
}

/** The name of whoever asked, for the name of the room the two will share. */
export async function askerOf(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.first(
    query
      .selectFrom('introductions as i')
      .innerJoin('members as m', (j) =>
        j.onRef('m.community_id', '=', 'i.community_id').onRef('m.member_id', '=', 'i.mentee_id'),
      )
      .select('m.display_name')
      .where('i.introduction_id', '=', id),
  );
  return row?.display_name;
}
