import { newId } from '../../platform/crypto/index.ts';
import { query, refusal } from '../../platform/db/index.ts';
import type { Ctx } from '../../platform/http/index.ts';

/** Gives an account its place in this community: a persona that belongs here alone. Joining twice is joining once. */
export async function joinCommunity(c: Ctx, accountId: string, displayName: string): Promise<void> {
  const { communityId } = c.get('community');
  const row = {
    community_id: communityId,
    member_id: newId(),
    account_id: accountId,
    display_name: displayName,
    locale: c.get('page').locale === 'es' ? 'es' : 'en',
    time_zone: c.get('community').timeZone,
  };
  try {
    await c
      .get('db')
      .write({ communityId, memberId: null, accountId }, (tx) =>
        tx.run(query.insertInto('members').values(row)),
      );
  } catch (error) {
    if (refusal(error) !== 'duplicate') throw error;
  }
}
