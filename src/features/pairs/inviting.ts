import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { answersOf, isGrieving } from '../onboarding/index.ts';

/** That she is asked whether she would be there for another: the program it is about. */
export interface Invitation {
  programId: string;
  program: string;
}

/** Whether she grieves: then nobody asks her to be there for another, and what was asked before is not shown. */
export async function grieves(tx: Tx, viewer: Scope & { memberId: string }): Promise<boolean> {
  const answers = await answersOf(tx, viewer);
  return answers !== null && (isGrieving(answers) || answers.milestonesEndedAt !== null);
}

/** The invitation she has not answered; undefined when there is none, its program has closed, or she grieves. */
export async function herInvitation(tx: Tx, viewer: Viewer): Promise<Invitation | undefined> {
  if (await grieves(tx, viewer)) return undefined;
  return tx.first(
    query
      .selectFrom('mentor_invitations as i')
      .innerJoin('programs as p', (join) =>
        join.onRef('p.community_id', '=', 'i.community_id').onRef('p.program_id', '=', 'i.program_id'),
      )
      .select(['i.program_id as programId', 'p.name as program'])
      .where('i.member_id', '=', viewer.memberId)
      .where('i.answer', 'is', null)
      .where('p.closed_at', 'is', null),
  );
}

/** "Not now" asks again after half a year, "never" not at all. False when she was not asked. */
export async function answerInvitation(
  tx: Tx,
  answer: 'later' | 'never',
  now = new Date(),
): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.answer_invitation($1, $2) AS done', [
    answer,
    now,
  ]);
  return row?.done === true;
}
