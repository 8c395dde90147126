import type { Tx } from '../../platform/db/index.ts';
import { kindOf, type NotificationKind } from './kinds.ts';

const IN_CHARGE = ['facilitators', 'moderators', 'coordinators'] as const;
type InCharge = (typeof IN_CHARGE)[number];

/** Something that members should know of: ids only, never words. */
export interface News {
  /** Members by id, or those who look after the circle or the community. */
  to: string | readonly string[] | InCharge;
  kind: NotificationKind;
  circleId?: string | null;
  postId?: string | null;
  subjectId?: string | null;
}

const NOTIFY = 'SELECT access.notify($1, $2, $3, $4, $5, $6, $7) AS told';

/**
 * Tells members of something, in the transaction that makes it so. Resolves to how many were told: never whoever does
 * it, nobody who is outside the circle it names or may not read the post, nobody across a block, and nobody twice of
 * the same thing while she has not seen it.
 */
export async function notify(tx: Tx, news: News): Promise<number> {
  const { to, kind, circleId = null, postId = null, subjectId = null } = news;
  const fromCommunity = kindOf(kind)?.fromCommunity === true;
  const whom = IN_CHARGE.find((one) => one === to) ?? null;
  const [row] = await tx.hot<{ told: number }>(NOTIFY, [
    whom ? [] : [to].flat(),
    kind,
    circleId,
    postId,
    subjectId,
    fromCommunity,
    whom,
  ]);
  return row?.told ?? 0;
}
