import { newId } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import { type Standing, standingOf } from './door.ts';
import { declineQuietly, type Talk, talkOf, talkWith } from './talk.ts';

export const REASON_MOST = 200;
export const USUAL_REASONS = ['same', 'thanks', 'question', 'near'] as const;
export type UsualReason = (typeof USUAL_REASONS)[number];

/** Why: one of the usual reasons, or a line of her own. */
export interface Why {
  because: UsualReason | null;
  reason: string;
}

/** What became of asking; `absent` stands for everything that must not be told apart. */
export type Asked = 'waiting' | 'open' | 'already' | 'away' | 'later' | 'too-many' | 'absent';

/** Somebody she may ask. */
export interface Askable {
  memberId: string;
  name: string;
  standing: Standing;
  /** They asked or talked before; it is over, or never came to be. */
  before: Talk | null;
}

/**
 * Whom she wants to write to: the talk they have already, or somebody she may ask.
 * @throws Problem 404 without telling whether the member is not here, blocked, in none of her circles, or has closed her
 * door
 */
export async function whomToAsk(tx: Tx, viewer: Viewer, memberId: string): Promise<Talk | Askable> {
  const talk = await talkWith(tx, viewer, memberId);
  if (talk && (talk.state === 'open' || talk.state === 'waiting')) return talk;
  const [row] = await tx.hot<{ name: string }>(
    `SELECT display_name AS name FROM members
     WHERE community_id = $1 AND member_id = $2 AND access.may_ask(member_id)`,
    [viewer.communityId, memberId],
  );
  if (!row) return notFound();
  return { memberId, name: row.name, standing: await standingOf(tx, memberId), before: talk };
}

/** Asks to write to somebody. The database decides, so that two askers or two tabs never get two answers. */
export async function ask(tx: Tx, memberId: string, why: Why): Promise<Asked> {
  const [row] = await tx.hot<{ said: Asked }>('SELECT access.ask_to_talk($1, $2, $3, $4) AS said', [
    memberId,
    why.because,
    why.reason,
    newId(),
  ]);
  return row!.said;
}

/** How long the other does not ask again after the asker's own withdrawal, and after a talk was closed. */
const DAYS = { open: 0, withdrawn: 1, ended: 14 };

/** Her yes, her taking it back, or the end of it. @throws Problem 404 when that is not hers to do now */
export async function turn(tx: Tx, talkId: string, to: keyof typeof DAYS): Promise<void> {
  await turnTalk(tx, talkId, to, DAYS[to]);
}

/** "I can't right now": the asker may ask again after so many weeks. @throws Problem 404 */
export const postpone = (tx: Tx, talkId: string, weeks: number): Promise<void> =>
  turnTalk(tx, talkId, 'not-now', weeks * 7);

async function turnTalk(tx: Tx, talkId: string, to: string, days: number): Promise<void> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.turn_talk($1, $2, $3) AS done', [
    talkId,
    to,
    days,
  ]);
  if (!row?.done) notFound();
}

/** Her silent no. @throws Problem 404 when nobody asks her here */
export const decline = async (tx: Tx, viewer: Viewer, talkId: string): Promise<void> =>
  declineQuietly(tx, viewer, await talkOf(tx, viewer, talkId));
