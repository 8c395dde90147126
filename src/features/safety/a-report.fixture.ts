import type { People } from '../../../test/kit/people.ts';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';

export const room = `/circles/${NIGHT_FEEDS}`;
export type Who = keyof People;

/** Ways to arrange and look, as the people would. */
export function inWorld(world: World) {
  const say = async (who: Who, body: string, more: Record<string, string> = {}): Promise<string> => {
    const { location } = await world
      .as(who)
      .post(`${room}/posts`, { key: crypto.randomUUID(), body, ...more });
    return decodeURIComponent(location!).split('#p-')[1]!;
  };
  const answer = (who: Who, thread: string, body: string) =>
    world.as(who).post(`${room}/posts/${thread}/replies`, { key: crypto.randomUUID(), body });
  const tell = (who: Who, kind: string, id: string, more: Record<string, string> = {}) =>
    world.as(who).post('/reports/new', { kind, id, reason: 'harassment', note: '', ...more });
  const caseOn = async (subject: string): Promise<string> =>
    (
      await world.owner.query('SELECT case_id FROM cases WHERE subject_id = $1 ORDER BY opened_at DESC', [
        subject,
      ])
    ).rows[0].case_id;
  /** Said and reported: the case. */
  const reported = async (author: Who, body: string, more: Record<string, string> = {}) => {
    const post = await say(author, body, more);
    await tell(author === 'maya' ? 'dana' : 'maya', 'post', post);
    return { post, id: await caseOn(post) };
  };
  const decide = (who: Who, id: string, decision: string, more: Record<string, string> = {}) =>
    world.as(who).post(`/moderation/${id}/decision`, { decision, why: 'Because of the charter.', ...more });
  const row = async (id: string) =>
    (await world.owner.query('SELECT * FROM cases WHERE case_id = $1', [id])).rows[0];
  const log = async (id: string): Promise<string[]> =>
    (await world.owner.query('SELECT act FROM case_log WHERE case_id = $1 ORDER BY entry_id', [id])).rows.map(
      (r) => r.act,
    );
  return { say, answer, tell, caseOn, reported, decide, row, log };
}
