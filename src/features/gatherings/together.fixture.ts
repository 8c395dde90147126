import type { World } from '../../../test/kit/world.ts';
import { makeGathering, timesOf } from './a-gathering.fixture.ts';
import { gatheringOf } from './gathering.ts';

/** Looks behind the curtain at who walks in with whom, and at who signed up for a series. */
export function access(world: World) {
  const all = async <R>(text: string, values: unknown[]) =>
    (await world.owner.query(text, values)).rows as R[];

  /** [who would like company, who walks in with her] */
  const pairs = async (occurrenceId: string): Promise<[string, string][]> =>
    (
      await all<{ member_id: string; walks_with: string }>(
        'SELECT member_id, walks_with FROM rsvps WHERE occurrence_id = $1 AND walks_with IS NOT NULL ORDER BY answered_at',
        [occurrenceId],
      )
    ).map((row) => [row.member_id, row.walks_with]);

  /** A series one signs up for as a whole, for so many, weekly. */
  async function series(capacity: number, sessions = 2) {
    const made = await makeGathering(world, {
      kind: 'class',
      capacity,
      signUp: 'series',
      rule: `FREQ=WEEKLY;COUNT=${sessions}`,
    });
    const id = made.gatheringId;
    return {
      ...made,
      times: () => timesOf(world, id),
      laid: async () => {
        const [row] = await all<Parameters<typeof gatheringOf>[0]>(
          'SELECT * FROM gatherings WHERE gathering_id = $1',
          [id],
        );
        return gatheringOf(row!);
      },
      enrolled: async (answer: string) =>
        (
          await all<{ member_id: string }>(
            'SELECT member_id FROM enrolments WHERE gathering_id = $1 AND answer = $2 ORDER BY line, enrolled_at',
            [id, answer],
          )
        ).map((row) => row.member_id),
    };
  }
  return { pairs, series };
}
