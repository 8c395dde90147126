import pg from 'pg';
import { hashToken, newToken } from '../../platform/crypto/index.ts';
import type { Login } from '../../platform/db/index.ts';

/**
 * On a first run, a fresh one-time token for the set-up link; it replaces one that was never used. Null once a
 * community exists. Needs the owner's login: nobody who only serves requests can open this door.
 */
export async function issueSetupToken(owner: Login): Promise<string | null> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    // Founding writes this table's row: while it does, no other server hands out a link that would outlive it.
    await client.query(
      'BEGIN; SET LOCAL ROLE porchlight_policy; LOCK TABLE public.installation IN EXCLUSIVE MODE',
    );
    const { rows } = await client.query('SELECT access.any_community() AS founded');
    const token = rows[0].founded ? null : newToken();
    if (token) {
      await client.query(
        `INSERT INTO public.installation (setup_token_hash) VALUES ($1)
         ON CONFLICT (the_one) DO UPDATE SET setup_token_hash = excluded.setup_token_hash`,
        [hashToken(token)],
      );
    }
    await client.query('COMMIT');
    return token;
  } finally {
    await client.end();
  }
}
