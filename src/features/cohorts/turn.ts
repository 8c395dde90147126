import { type CohortAge, cohortAge } from '../../matching/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { type Circle, circlesLike } from '../circles/index.ts';

/** An age at which a cohort may think again: half a year, and every birthday. */
export type TurningAge = Exclude<CohortAge, 'due' | '0-6'>;

/** What was chosen at an age. Neighbours are circles to look at; nobody is moved to one. */
export interface Turn {
  choice: 'together' | 'neighbours';
  neighbours: string[];
  decidedAt: Date;
}

/** The age a cohort has come to, where it may think again; null before that, and for other circles. */
export function turningAge({ born, timeZone, archivedAt }: Circle, now = new Date()): TurningAge | null {
  if (!born || archivedAt) return null;
  const age = cohortAge(born, todayIn(timeZone, now));
  return age === 'due' || age === '0-6' ? null : age;
}

/** What was chosen at this age; undefined while nobody has. For those in the circle. */
export async function turnAt(tx: Tx, circleId: string, age: TurningAge): Promise<Turn | undefined> {
  const row = await tx.first(
    query
      .selectFrom('cohort_turns')
      .select(['choice', 'neighbours', 'decided_at'])
      .where('circle_id', '=', circleId)
      .where('age', '=', String(age)),
  );
  return (
    row && { choice: row.choice as Turn['choice'], neighbours: row.neighbours, decidedAt: row.decided_at }
  );
}

/**
 * Keeps what its facilitator chose; the last word counts. Staying together is told to nobody, since nothing changes
 * for them; neighbours are, once, because each decides for herself.
 */
export async function chooseTurn(
  tx: Tx,
  viewer: Scope & { memberId: string },
  circleId: string,
  age: TurningAge,
  neighbours: string[],
): Promise<void> {
  const before = await turnAt(tx, circleId, age);
  const chosen = {
    choice: neighbours.length > 0 ? 'neighbours' : 'together',
    neighbours,
    decided_by: viewer.memberId,
  };
  await tx.run(
    query
      .insertInto('cohort_turns')
      .values({ community_id: viewer.communityId, circle_id: circleId, age: String(age), ...chosen })
      .onConflict((conflict) =>
        conflict
          .columns(['community_id', 'circle_id', 'age'])
          .doUpdateSet({ ...chosen, decided_at: new Date() }),
      ),
  );
  if (neighbours.length > 0 && before?.choice !== 'neighbours')
    await tx.hot('SELECT access.tell_of_neighbours($1)', [circleId]);
}

/** Circles that a cohort's members might look at: alike, listed, with room; never one of birth months gone by. */
export async function neighboursFor(tx: Tx, viewer: Scope, circle: Circle): Promise<Circle[]> {
  const found = await circlesLike(tx, viewer, circle, todayIn(circle.timeZone), MOST_NEIGHBOURS);
  return found.map((one) => one.circle);
}
export const MOST_NEIGHBOURS = 6;
