import type { Database } from '../../platform/db/index.ts';
import { refusal } from '../../platform/db/index.ts';
import { chooseMail, silenceMail } from '../notifications/index.ts';
import type { Unsubscribing } from './unsubscribe-token.ts';

/** Ends these letters. Doing it twice, or after she has left, changes nothing more. */
export async function unsubscribe(db: Database, { circleId, ...scope }: Unsubscribing): Promise<void> {
  try {
    await db.write(scope, (tx) =>
      circleId ? chooseMail(tx, scope, circleId, 'none') : silenceMail(tx, scope),
    );
  } catch (error) {
    if (refusal(error) !== 'missing') throw error; // she left the circle, or the community: no letters anyway
  }
}
