import type { Scope, Tx } from '../../platform/db/index.ts';
import type { Contact } from './answers.ts';

/** Says whether she is also reached by mail; the rest of her answers stays as it was. */
export const reachBy = (tx: Tx, scope: Scope, by: Contact['by']): Promise<void> => keep(tx, scope, { by });

/** Says when nobody should ring, and whether what is told her tells what it is about; the rest stays as it was. */
export const keepQuiet = (
  tx: Tx,
  scope: Scope,
  said: Pick<Contact, 'quietFrom' | 'quietTo' | 'contentFree'>,
): Promise<void> => keep(tx, scope, said);

async function keep(tx: Tx, scope: Scope, said: Partial<Contact>): Promise<void> {
  await tx.hot(
    `INSERT INTO answers (community_id, member_id, contact) VALUES ($1, $2, $3)
     ON CONFLICT (community_id, member_id) DO UPDATE SET contact = answers.contact || excluded.contact`,
    [scope.communityId, scope.memberId, JSON.stringify(said)],
  );
}
