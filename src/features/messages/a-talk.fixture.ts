import type { People } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';

/** A talk of two behind the server's back. Resolves to its id. */
export async function aTalk(
  { owner, people }: World,
  asker: keyof People,
  asked: keyof People,
  { state = 'open', reason = 'We are both up at three' } = {},
): Promise<string> {
  const { rows } = await owner.query(
    `INSERT INTO talks (community_id, talk_id, asker_id, asked_id, reason, state) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (community_id, (least(asker_id, asked_id)), (greatest(asker_id, asked_id))) DO UPDATE
       SET asker_id = excluded.asker_id, asked_id = excluded.asked_id, reason = excluded.reason, state = excluded.state
     RETURNING talk_id`,
    [people[asker].communityId, newId(), people[asker].memberId, people[asked].memberId, reason, state],
  );
  return rows[0].talk_id;
}

/** Something said in it. Resolves to its id. */
export async function aMessage(
  { owner, people }: World,
  talkId: string,
  by: keyof People,
  body: string,
): Promise<string> {
  const id = newId();
  await owner.query(
    'INSERT INTO messages (community_id, message_id, talk_id, author_id, body) VALUES ($1, $2, $3, $4, $5)',
    [people[by].communityId, id, talkId, people[by].memberId, body],
  );
  return id;
}
