import { query, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';

export type TalkState = 'waiting' | 'open' | 'not-now' | 'withdrawn' | 'ended';

/** What two members have with each other, as one of the two sees it. */
export interface Talk {
  talkId: string;
  otherId: string;
  otherName: string;
  /** Whether the viewer asked, the last time. */
  iAsked: boolean;
  because: 'same' | 'thanks' | 'question' | 'near' | 'help' | null;
  reason: string;
  state: TalkState;
  askedAt: Date;
  /** When the viewer may ask again; null: now. */
  againAt: Date | null;
  /** She would rather not, and only she knows. Always false on the other side. */
  declined: boolean;
  version: number;
  turned: number;
  /** There are words of the other she has not opened. */
  unread: boolean;
}

const TALKS = `SELECT t.talk_id AS "talkId", o.member_id AS "otherId", o.display_name AS "otherName",
    t.asker_id = $2 AS "iAsked", t.because, t.reason, t.state, t.asked_at AS "askedAt",
    CASE WHEN t.held_id = $2 AND t.again_at > now() THEN t.again_at END AS "againAt",
    s.declined_at IS NOT NULL AS declined, t.version::float8 AS version, t.turned::float8 AS turned,
    EXISTS (SELECT FROM messages m WHERE m.community_id = $1 AND m.talk_id = t.talk_id AND m.author_id <> $2
      AND m.removed_at IS NULL AND m.born > coalesce(s.seen, 0)) AS unread
  FROM talks t
  JOIN members o ON o.community_id = $1 AND o.member_id = CASE WHEN t.asker_id = $2 THEN t.asked_id ELSE t.asker_id END
  LEFT JOIN talk_sides s ON s.community_id = $1 AND s.talk_id = t.talk_id AND s.member_id = $2
  WHERE t.community_id = $1`;

/** All of hers, the latest first. */
export const talksOf = (tx: Tx, viewer: Pick<Viewer, 'communityId' | 'memberId'>): Promise<Talk[]> =>
  tx.hot<Talk>(
    `${TALKS} ORDER BY coalesce((SELECT max(m.created_at) FROM messages m
      WHERE m.community_id = $1 AND m.talk_id = t.talk_id), t.asked_at) DESC LIMIT 200`,
    [viewer.communityId, viewer.memberId],
  );

/** @throws Problem 404 when she is not one of the two, or one has blocked the other */
export async function talkOf(tx: Tx, viewer: Viewer, talkId: string): Promise<Talk> {
  const [talk] = await tx.hot<Talk>(`${TALKS} AND t.talk_id = $3`, [
    viewer.communityId,
    viewer.memberId,
    talkId,
  ]);
  return talk ?? notFound();
}

/** What there is between the two already, whoever asked. */
export async function talkWith(tx: Tx, viewer: Viewer, memberId: string): Promise<Talk | null> {
  const [talk] = await tx.hot<Talk>(`${TALKS} AND $3 IN (t.asker_id, t.asked_id) AND $3 <> $2`, [
    viewer.communityId,
    viewer.memberId,
    memberId,
  ]);
  return talk ?? null;
}

/** She has read up to here. Only she ever learns of it: there are no read receipts. */
export async function markRead(tx: Tx, viewer: Viewer, { talkId, version }: Talk): Promise<void> {
  await keepSide(tx, viewer, talkId, { seen: version });
}

/** A silent no: the asker goes on seeing that it waits, and asking anew does not reach her. */
export async function declineQuietly(tx: Tx, viewer: Viewer, talk: Talk): Promise<void> {
  if (talk.state !== 'waiting' || talk.iAsked) notFound();
  await keepSide(tx, viewer, talk.talkId, { declined_at: new Date() });
}

async function keepSide(
  tx: Tx,
  viewer: Viewer,
  talkId: string,
  side: { seen: number } | { declined_at: Date },
): Promise<void> {
  const whose = { community_id: viewer.communityId, talk_id: talkId, member_id: viewer.memberId };
  await tx.run(
    query
      .insertInto('talk_sides')
      .values({ ...whose, ...side })
      .onConflict((same) => same.columns(['community_id', 'talk_id', 'member_id']).doUpdateSet(side)),
  );
}
