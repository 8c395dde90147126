import type { Scope, Tx } from '../../platform/db/index.ts';
import type { Contact } from './answers.ts';

/** Says whether she is also reached by mail; the rest of her answers stays as it was. */
export async function reachBy(tx: Tx, scope: Scope, by: Contact['by']): Promise<void> {
  await tx.hot(
    `INSERT INTO answers (community_id, member_id, contact) VALUES ($1, $2, jsonb_build_object('by', $3::text))
     ON CONFLICT (community_id, member_id) DO UPDATE SET contact = answers.contact || excluded.contact`,
    [scope.communityId, scope.memberId, by],
  );
}
