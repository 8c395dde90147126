import { type Asked, type Client, clientFor } from '../../../test/kit/client.ts';
import type { Person } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';
import { newId, newToken } from '../../platform/crypto/index.ts';

export interface Face extends Person {
  client: Client;
}

/** Many more members, signed in, behind the server's back. */
export async function aCrowd(world: World, size: number, asked: Asked = world.app): Promise<Face[]> {
  const { communityId } = world.people.maya;
  const people = Array.from({ length: size }, (_, i): Person => {
    const memberId = newId();
    return {
      name: `Neighbour ${i + 1}`,
      email: `${memberId}@example.org`,
      accountId: memberId,
      memberId,
      communityId,
      host: 'localhost',
      sessionToken: newToken() + newToken(),
    };
  });
  await world.owner.query(
    `WITH given AS (SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[]) AS g (id, token, name)),
       accounts AS (INSERT INTO auth."user" (id, name, email) SELECT id, name, id || '@example.org' FROM given),
       sessions AS (INSERT INTO auth.session (id, "expiresAt", token, "userId")
         SELECT id, now() + interval '7 days', token, id FROM given)
     INSERT INTO members (community_id, member_id, account_id, display_name) SELECT $4, id, id, name FROM given`,
    [
      people.map(({ memberId }) => memberId),
      people.map(({ sessionToken }) => sessionToken),
      people.map(({ name }) => name),
      communityId,
    ],
  );
  return people.map((person) => ({ ...person, client: clientFor(asked, world.parts.keys, person) }));
}

/** How everybody stands at one time of a gathering: those with a place, and the line in its order. */
export async function standing(world: World, occurrenceId: string) {
  const { rows } = await world.owner.query<{ member_id: string; answer: string; line: string | null }>(
    'SELECT member_id, answer, line FROM rsvps WHERE occurrence_id = $1 ORDER BY line, answered_at',
    [occurrenceId],
  );
  const { rows: counts } = await world.owner.query<{ seats_taken: number; waiting: number }>(
    'SELECT seats_taken, waiting FROM occurrences WHERE occurrence_id = $1',
    [occurrenceId],
  );
  const of = (answer: string) => rows.filter((r) => r.answer === answer).map((r) => r.member_id);
  return { coming: of('yes'), line: of('waiting'), ...counts[0]! };
}

/** Who was told what about it. */
export async function told(world: World, kind: string, subjectId: string): Promise<string[]> {
  const { rows } = await world.owner.query<{ member_id: string }>(
    'SELECT member_id FROM notifications WHERE kind = $1 AND subject_id = $2 ORDER BY created_at',
    [kind, subjectId],
  );
  return rows.map((row) => row.member_id);
}
