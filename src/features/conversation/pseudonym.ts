import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { Problem, type Viewer } from '../../platform/http/index.ts';
import { anyPseudonym, PSEUDONYM_COUNT } from '../pseudonyms/index.ts';

export interface Pseudonym {
  pseudonym_id: string;
  name: string;
}

/**
 * Her name in a thread where she writes without her own: the one she has there, else a fresh one that nobody there
 * bears. Drawn by chance for each thread, so that nothing ties two threads together.
 */
export async function pseudonymIn(tx: Tx, viewer: Viewer, threadId: string): Promise<Pseudonym> {
  for (let tries = 0; tries < PSEUDONYM_COUNT; tries++) {
    const hers = await tx.first(sql<Pseudonym>`SELECT pseudonym_id, name FROM pseudonyms
      WHERE community_id = ${viewer.communityId} AND thread_id = ${threadId} AND member_id = ${viewer.memberId}`);
    if (hers) return hers;
    // Fails quietly when the name is taken, or when her other tab was quicker.
    await tx.run(sql`INSERT INTO pseudonyms (community_id, pseudonym_id, thread_id, member_id, name)
      VALUES (${viewer.communityId}, ${newId()}, ${threadId}, ${viewer.memberId}, ${anyPseudonym(randomInt)})
      ON CONFLICT DO NOTHING`);
  }
  throw new Problem(409, 'conversation.no-pseudonym');
}
