import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { yes } from './callback.ts';

/** Whether somebody offered to call her, and she has not said anything to it. */
export async function isOfferedACall(tx: Tx, viewer: Scope): Promise<boolean> {
  const offers = query
    .selectFrom('callback_offers')
    .select('offer_id')
    .where('member_id', '=', viewer.memberId)
    .where('answer', 'is', null);
  return (await tx.first(offers)) !== undefined;
}

/** She would rather not be called. False: nobody offered. */
export const declineOffer = (tx: Tx) => yes(tx, 'SELECT access.decline_callback() AS done', []);
