import { newId } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { draftOf } from './drafts.ts';
import type { Kind, ProgramBasics } from './program.ts';

/** Makes a program of a ready-made kind, closed to everybody else until it is opened. Resolves to its id. */
export async function makeProgram(tx: Tx, viewer: Scope, kind: Kind, language: 'en' | 'es'): Promise<string> {
  const draft = draftOf(kind, language);
  const ids = { community_id: viewer.communityId, program_id: newId() };
  await tx.run(
    query.insertInto('programs').values({
      ...ids,
      kind,
      name: draft.name,
      about: draft.about,
      promise_days: draft.promiseDays,
      first_contact_hours: draft.firstContactHours,
      cadence_days: draft.cadenceDays,
      weeks: draft.weeks,
      recovered_months: draft.recoveredMonths,
      needs_references: draft.needsReferences,
      not_in_danger: draft.notInDanger,
      agreement: draft.agreement,
      created_by: viewer.memberId,
    }),
  );
  await tx.run(
    query
      .insertInto('program_phases')
      .values(draft.phases.map(({ fromWeek, ...phase }) => ({ ...ids, ...phase, from_week: fromWeek }))),
  );
  await tx.run(
    query.insertInto('program_questions').values(
      draft.questions.map(({ askedOf, ...question }, position) => ({
        ...ids,
        question_id: newId(),
        asked_of: askedOf,
        ...question,
        position,
      })),
    ),
  );
  await tx.run(
    query
      .insertInto('program_training')
      .values(draft.training.map((name, position) => ({ ...ids, item_id: newId(), name, position }))),
  );
  return ids.program_id;
}

export type Basics = Pick<
  ProgramBasics,
  | 'name'
  | 'about'
  | 'promiseDays'
  | 'firstContactHours'
  | 'cadenceDays'
  | 'weeks'
  | 'recoveredMonths'
  | 'notInDanger'
> & { needs: (keyof ProgramBasics['needs'])[] };

/** Writes down what a program is and asks. False: there is none for her to change. */
export async function keepBasics(tx: Tx, id: string, said: Basics): Promise<boolean> {
  const { needs } = said;
  const touched = await tx.run(
    query
      .updateTable('programs')
      .set({
        name: said.name,
        about: said.about,
        promise_days: said.promiseDays,
        first_contact_hours: said.firstContactHours,
        cadence_days: said.cadenceDays,
        weeks: said.weeks,
        recovered_months: said.recoveredMonths,
        needs_interview: needs.includes('interview'),
        needs_references: needs.includes('references'),
        needs_background: needs.includes('background'),
        needs_training: needs.includes('training'),
        not_in_danger: said.notInDanger,
      })
      .where('program_id', '=', id),
  );
  return touched === 1;
}

/** Opens it, the first time or again. False: it is open, or not hers. */
export async function openProgram(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.hot<{ id: string }>(
    `UPDATE programs SET opened_at = coalesce(opened_at, now()), closed_at = NULL
     WHERE program_id = $1 AND (opened_at IS NULL OR closed_at IS NOT NULL) AND agreement <> '' RETURNING program_id AS id`,
    [id],
  );
  return row !== undefined;
}

/** Closes it. Resolves to whoever waited, to be told; null: not open, or not hers. */
export async function closeProgram(tx: Tx, id: string): Promise<string[] | null> {
  const [row] = await tx.hot<{ waited: string[] | null }>('SELECT access.close_program($1) AS waited', [id]);
  return row?.waited ?? null;
}

/** Takes away a program nobody has seen yet. False: it was open once, or is not hers. */
export async function discardProgram(tx: Tx, id: string): Promise<boolean> {
  const gone = query.deleteFrom('programs').where('program_id', '=', id).where('opened_at', 'is', null);
  return (await tx.run(gone)) === 1;
}

/** Other words to agree to: the database makes them a new version. Resolves to who agreed to the old ones, to be asked again. */
export async function keepAgreement(tx: Tx, id: string, words: string): Promise<string[] | null> {
  const [row] = await tx.hot<{ anew: boolean }>(
    `UPDATE programs p SET agreement = $2 FROM programs was WHERE p.program_id = $1 AND was.community_id = p.community_id
       AND was.program_id = p.program_id RETURNING p.agreement_version <> was.agreement_version AS anew`,
    [id, words],
  );
  if (!row) return null;
  return row.anew ? boundBy(tx, id) : [];
}

/** Mentors, those who applied, and mothers who wait or have one: whoever the agreement binds. For coordinators. */
export async function boundBy(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.hot<{ member: string }>(
    `SELECT member_id AS member FROM program_mentors WHERE program_id = $1 AND state IN ('applied', 'approved')
     UNION SELECT member_id FROM mentee_requests WHERE program_id = $1 AND state IN ('waiting', 'matched')`,
    [id],
  );
  return rows.map(({ member }) => member);
}
