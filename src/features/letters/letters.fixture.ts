import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { NIGHT_FEEDS, type People } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';

/** How she wants to be reached; by mail unless told otherwise. */
export async function wishes(world: World, name: keyof People, contact: Record<string, unknown> = {}) {
  const { communityId, memberId } = world.people[name];
  await world.owner.query(
    `INSERT INTO answers (community_id, member_id, contact) VALUES ($1, $2, $3)
     ON CONFLICT (community_id, member_id) DO UPDATE SET contact = excluded.contact`,
    [communityId, memberId, JSON.stringify({ by: 'mail', contentFree: false, ...contact })],
  );
}

/** How often, everywhere or in one circle, as her own page would say it. */
export async function chooses(world: World, name: keyof People, mode: string, circleId?: string) {
  const { communityId, memberId } = world.people[name];
  await (circleId
    ? world.owner.query(
        `INSERT INTO circle_mail_choices (community_id, member_id, circle_id, mode) VALUES ($1, $2, $3, $4)`,
        [communityId, memberId, circleId, mode],
      )
    : world.owner.query(
        `INSERT INTO mail_choices (community_id, member_id, mode) VALUES ($1, $2, $3)
         ON CONFLICT (community_id, member_id) DO UPDATE SET mode = excluded.mode`,
        [communityId, memberId, mode],
      ));
}

/** Writes in Night Feeds, through the front. Resolves to the post's id. */
export async function say(world: World, name: keyof People, path: string, body: string): Promise<string> {
  const { location } = await world.as(name).post(`/circles/${NIGHT_FEEDS}/posts${path}`, { body });
  return /#p-([0-9a-f-]{36})/.exec(location ?? '')![1]!;
}

/** Everything told so far was told at this moment. */
export const toldAt = (world: World, moment: string) =>
  world.owner.query('UPDATE notifications SET created_at = $1', [moment]);

/** What stands in the outbox, in no order. */
export async function outbox(world: World): Promise<Email[]> {
  const folder = join(world.parts.config.dataDir, 'outbox');
  const files = readdirSync(folder, { withFileTypes: true }).map(({ name }) => name);
  return Promise.all(files.map((file) => PostalMime.parse(readFileSync(join(folder, file)))));
}

export const headerOf = (letter: Email, name: string): string =>
  letter.headers.find(({ key }) => key === name.toLowerCase())?.value ?? '';
