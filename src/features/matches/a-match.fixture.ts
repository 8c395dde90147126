import type { People } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { wordsOf } from '../onboarding/telling.fixture.ts';

/** What the form of asking carries when nothing but the necessary is said. */
export const ASKED = { danger: 'no', chooses: 'her', agreed: 'yes', version: '1' };

/** Asks for a mentor through the front. Resolves to the request's id. */
export async function asksForMentor(
  world: World,
  who: keyof People,
  programId: string,
  said: Record<string, string | string[]> = {},
): Promise<string> {
  const answer = await world.as(who).post(`/programs/${programId}/mentee`, { ...ASKED, ...said });
  if (answer.status !== 303) throw new Error(`${answer.status}: ${wordsOf(answer.text)}`);
  const { rows } = await world.owner.query(
    `SELECT request_id FROM mentee_requests WHERE program_id = $1 AND member_id = $2 AND state = 'waiting'`,
    [programId, world.people[who].memberId],
  );
  return rows[0].request_id;
}

/** What stands for each suggested mentor on her page, the best first. */
export async function suggestedTo(world: World, who: keyof People, programId: string): Promise<string[]> {
  const { text } = await world.as(who).get(`/programs/${programId}/suggestions`);
  return [...text.matchAll(/name="mentor" value="([^"]+)"/g)].map(([, token]) => token!);
}

/** She asks the first who is suggested. Resolves to the proposal's id, or null when it did not come to one. */
export async function asksTheFirst(
  world: World,
  who: keyof People,
  programId: string,
): Promise<string | null> {
  const [mentor = 'x'.repeat(24)] = await suggestedTo(world, who, programId);
  await world.as(who).post(`/programs/${programId}/suggestions`, { mentor });
  const { rows } = await world.owner.query(
    `SELECT match_id FROM matches WHERE program_id = $1 AND mentee_id = $2 AND state = 'proposed'`,
    [programId, world.people[who].memberId],
  );
  return rows[0]?.match_id ?? null;
}

/** She waits for a mentor and chooses for herself, behind the server's back. Resolves to the request's id. */
export async function aRequest(world: World, who: keyof People, programId: string): Promise<string> {
  const id = newId();
  const { communityId, memberId } = world.people[who];
  await world.owner.query(
    `INSERT INTO mentee_requests (community_id, request_id, program_id, member_id, promised_at)
     VALUES ($1, $2, $3, $4, now() + interval '7 days')`,
    [communityId, id, programId, memberId],
  );
  return id;
}

/** She has asked this mentor, behind the server's back. Resolves to the match's id. */
export async function aProposal(
  world: World,
  mentee: keyof People,
  mentor: keyof People,
  programId: string,
): Promise<string> {
  const id = newId();
  const request = await aRequest(world, mentee, programId);
  const { communityId, memberId } = world.people[mentee];
  await world.owner.query(
    `INSERT INTO matches (community_id, match_id, program_id, request_id, mentee_id, mentor_id, proposed_by, answer_by, score,
       reasons, mentee_yes_at) VALUES ($1, $2, $3, $4, $5, $6, $5, now() + interval '3 days', 0.8,
       '{"mentor":[{"key":"mentoring-reasons.room","values":{"reader":"mentor"}}]}', now())`,
    [communityId, id, programId, request, memberId, world.people[mentor].memberId],
  );
  return id;
}
