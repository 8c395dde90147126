import { randomUUID } from 'node:crypto';
import { NIGHT_FEEDS, type People } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';

export const HOUR = 3_600_000;
export const later = (hours: number): Date => new Date(Date.now() + hours * HOUR);

interface Asking {
  circle?: string;
  /** Under this pseudonym. */
  unnamed?: string;
  body?: string;
  hoursAgo?: number;
}

/** A post that asks to be heard; its id. */
export async function ask(world: World, by: keyof People, how: Asking = {}): Promise<string> {
  const { circle = NIGHT_FEEDS, unnamed, body = 'She wakes every hour', hoursAgo = 0 } = how;
  const id = randomUUID();
  const { communityId, memberId } = world.people[by];
  const pseudonym = unnamed ? await pseudonymFor(world, by, id, unnamed) : null;
  await world.owner.query(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, pseudonym_id, pseudonym, body, asks, created_at)
     VALUES ($1, $2, $3, $2, $4, $5, $6, $7, 'emotional', now() - make_interval(secs => $8))`,
    [communityId, id, circle, pseudonym ? null : memberId, pseudonym, unnamed ?? null, body, hoursAgo * 3600],
  );
  return id;
}

/** A reply in her own name, or under a pseudonym; its id. */
export async function answer(
  world: World,
  by: keyof People,
  thread: string,
  { unnamed, hoursAgo = 0 }: Asking = {},
): Promise<string> {
  const id = randomUUID();
  const { communityId, memberId } = world.people[by];
  const pseudonym = unnamed ? await pseudonymFor(world, by, thread, unnamed) : null;
  await world.owner.query(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, pseudonym_id, pseudonym, body, created_at)
     SELECT $1, $2, circle_id, post_id, $4, $5, $6, 'I am here', now() - make_interval(secs => $7) FROM posts WHERE post_id = $3`,
    [communityId, id, thread, pseudonym ? null : memberId, pseudonym, unnamed ?? null, hoursAgo * 3600],
  );
  return id;
}

async function pseudonymFor(world: World, by: keyof People, thread: string, name: string): Promise<string> {
  const { communityId, memberId } = world.people[by];
  const { rows } = await world.owner.query<{ pseudonym_id: string }>(
    `INSERT INTO pseudonyms (community_id, pseudonym_id, thread_id, member_id, name) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (community_id, thread_id, member_id) DO UPDATE SET name = excluded.name RETURNING pseudonym_id`,
    [communityId, randomUUID(), thread, memberId, name],
  );
  return rows[0]!.pseudonym_id;
}

/** She offers to be asked. */
export async function listens(world: World, ...names: (keyof People)[]): Promise<void> {
  for (const name of names) await world.as(name).post('/me/listening', { listening: 'yes' });
}

/** How far an ask has climbed; undefined when nothing waits and nothing was kept. */
export async function rowOf(world: World, thread: string) {
  const { rows } = await world.owner.query('SELECT * FROM first_replies WHERE thread_id = $1', [thread]);
  return rows[0] as
    | { step: string; answered_at: Date | null; seen_count: number; ask_more_at: Date }
    | undefined;
}

/** Who was told of a thread, and as what: 'dana first-reply.asked'. */
export async function toldOf(world: World, thread: string | null): Promise<string[]> {
  const { rows } = await world.owner.query<{ who: string }>(
    `SELECT lower(m.display_name) || ' ' || n.kind AS who FROM notifications n JOIN members m USING (community_id, member_id)
     WHERE n.post_id IS NOT DISTINCT FROM $1 AND n.kind LIKE 'first-reply.%' ORDER BY 1`,
    [thread],
  );
  return rows.map(({ who }) => who);
}

export const climb = (world: World, at: Date) => world.job('first-reply.climbing', at);

/** Nothing waits any more, and everybody is rested: for the next test. */
export const clearAsks = (world: World) =>
  world.owner.query('DELETE FROM posts; DELETE FROM notifications; DELETE FROM listeners');
