import type { Tx } from '../../../platform/db/index.ts';

/** Tells those who were named in a post, in the transaction that names them. Not before there are notifications. */
export async function tellNamed(
  _tx: Tx,
  _members: string[],
  _place: { circleId: string; postId: string },
): Promise<void> {}
