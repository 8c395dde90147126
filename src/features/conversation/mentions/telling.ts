import type { Tx } from '../../../platform/db/index.ts';
import { notify } from '../../notifications/index.ts';

/** Lets members know that a post names them. Whether each may read it, and across which block, the database decides. */
export async function tellNamed(
  tx: Tx,
  memberIds: string[],
  { circleId, postId }: { circleId: string; postId: string },
): Promise<void> {
  await notify(tx, { to: memberIds, kind: 'conversation.mention', circleId, postId });
}
