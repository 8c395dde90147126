import type { Tx } from '../../platform/db/index.ts';
import { notify } from '../notifications/index.ts';
import { standingOf } from './door.ts';
import type { Talk } from './talk.ts';

/**
 * Tells the other of a yes or of new words. While she can't right now she is not told; access.tell_returned does it
 * afterwards. Of a request the database tells by itself (access.ask_to_talk): only it knows whether she declined before.
 */
export async function tell(
  tx: Tx,
  { talkId, otherId }: Talk,
  kind: 'messages.accepted' | 'messages.message',
): Promise<void> {
  if (kind === 'messages.message' && (await standingOf(tx, otherId)).awayUntil) return;
  await notify(tx, { to: otherId, kind, subjectId: talkId });
}
