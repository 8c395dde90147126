import { Temporal } from 'temporal-polyfill';
import { NIGHT_FEEDS, type Person } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';

/** A month some months from now by the clock of the circles, which begins its months six hours after Greenwich's: 'YYYY-MM'. */
export const monthFromNow = (months: number): string =>
  Temporal.Now.plainDateISO('America/Chicago').toPlainYearMonth().add({ months }).toString();

/** Children of about this age, in months: the window of three months whose youngest has just reached it. */
export const cohortAged = (months: number) => ({
  born_from: monthFromNow(-months - 2),
  born_to: monthFromNow(-months),
  own_name: false,
});

/** As old and as still as a circle must be to go on with another. */
export const LONG_AGO = { created_at: new Date(Date.now() - 90 * 86_400_000) };

/** Lets an announced change be due, as if its time had come. */
export async function timeComes(world: World): Promise<void> {
  for (const table of ['circle_merges', 'successions'])
    await world.owner.query(
      `UPDATE ${table} SET takes_effect_at = now() - interval '1 minute' WHERE takes_effect_at IS NOT NULL AND effected_at IS NULL`,
    );
}

/** Puts a post into a circle behind the server's back. Resolves to its id. */
export async function aPost(world: World, by: Person, body: string, circleId = NIGHT_FEEDS): Promise<string> {
  const id = newId();
  await world.owner.query(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body, created_at, last_active_at)
     VALUES ($1, $2, $3, $2, $4, $5, now() - interval '60 days', now() - interval '60 days')`,
    [by.communityId, id, circleId, by.memberId, body],
  );
  return id;
}

/** Nobody was told anything since the last look: how many notifications stand for a circle's people. */
export async function inboxes(world: World, kind?: string): Promise<number> {
  const { rows: there } = await world.owner.query(`SELECT to_regclass('public.notifications') AS name`);
  if (!there[0].name) return 0;
  const { rows } = await world.owner.query(
    'SELECT count(*)::int AS count FROM notifications WHERE $1::text IS NULL OR kind = $1',
    [kind ?? null],
  );
  return rows[0].count;
}
