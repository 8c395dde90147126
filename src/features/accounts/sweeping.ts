import { type AuthParts, authDb } from './auth.ts';

/**
 * Deletes sessions that are over and codes that nobody used in time: they open nothing any more, and say who was here
 * and on what device. Safe to call at any moment, by several servers at once. Resolves to how many rows are gone.
 */
export async function sweepExpired(parts: Pick<AuthParts, 'authPool'>, now = new Date()): Promise<number> {
  const gone = await Promise.all(
    (['session', 'verification'] as const).map((table) =>
      authDb(parts).deleteFrom(table).where('expiresAt', '<', now).executeTakeFirst(),
    ),
  );
  return gone.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}
