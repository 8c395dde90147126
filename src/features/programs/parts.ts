import { newId } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import type { Phase, Question } from './program.ts';

/** As many as a program has at most. */
export const MOST_PHASES = 12;
export const MOST_QUESTIONS = 20;
export const MOST_TRAINING = 30;

/** Adds a phase, or writes one anew; 'full' when there is no room for another. */
export async function keepPhase(
  tx: Tx,
  viewer: Scope,
  programId: string,
  phase: Omit<Phase, 'phase'> & { phase: number | null },
): Promise<'kept' | 'full' | 'absent'> {
  const { name, fromWeek: from_week, guide } = phase;
  if (phase.phase !== null) {
    const here = query.updateTable('program_phases').set({ name, from_week, guide });
    const touched = await tx.run(here.where('program_id', '=', programId).where('phase', '=', phase.phase));
    return touched === 1 ? 'kept' : 'absent';
  }
  const [free] = await tx.hot<{ phase: number }>(
    `SELECT n AS phase FROM generate_series(1, ${MOST_PHASES}) n
     WHERE n NOT IN (SELECT phase FROM program_phases WHERE program_id = $1) ORDER BY n LIMIT 1`,
    [programId],
  );
  if (!free) return 'full';
  const row = {
    community_id: viewer.communityId,
    program_id: programId,
    phase: free.phase,
    name,
    from_week,
    guide,
  };
  await tx.run(query.insertInto('program_phases').values(row));
  return 'kept';
}

/** Takes a phase away; the last one stays. */
export async function dropPhase(tx: Tx, programId: string, phase: number): Promise<boolean> {
  const [gone] = await tx.hot(
    `DELETE FROM program_phases p WHERE p.program_id = $1 AND p.phase = $2
       AND EXISTS (SELECT FROM program_phases o WHERE o.community_id = p.community_id AND o.program_id = p.program_id AND o.phase <> p.phase)
     RETURNING 1`,
    [programId, phase],
  );
  return gone !== undefined;
}

/** Adds a question at the end, or writes one anew. */
export async function keepQuestion(
  tx: Tx,
  viewer: Scope,
  programId: string,
  question: Omit<Question, 'id'> & { id: string | null },
): Promise<'kept' | 'full' | 'absent'> {
  const { words, choices, counts, askedOf: asked_of } = question;
  if (question.id !== null) {
    const here = query.updateTable('program_questions').set({ words, choices, counts, asked_of });
    const touched = await tx.run(
      here.where('program_id', '=', programId).where('question_id', '=', question.id),
    );
    return touched === 1 ? 'kept' : 'absent';
  }
  const place = await nextPlace(tx, 'program_questions', programId);
  if (place.count >= MOST_QUESTIONS) return 'full';
  const ids = { community_id: viewer.communityId, program_id: programId, question_id: newId() };
  await tx.run(
    query
      .insertInto('program_questions')
      .values({ ...ids, words, choices, counts, asked_of, position: place.next }),
  );
  return 'kept';
}

/** Adds an item to the training checklist, or names one anew. */
export async function keepItem(
  tx: Tx,
  viewer: Scope,
  programId: string,
  item: { id: string | null; name: string },
): Promise<'kept' | 'full' | 'absent'> {
  const { name } = item;
  if (item.id !== null) {
    const here = query.updateTable('program_training').set({ name });
    const touched = await tx.run(here.where('program_id', '=', programId).where('item_id', '=', item.id));
    return touched === 1 ? 'kept' : 'absent';
  }
  const place = await nextPlace(tx, 'program_training', programId);
  if (place.count >= MOST_TRAINING) return 'full';
  const ids = { community_id: viewer.communityId, program_id: programId, item_id: newId() };
  await tx.run(query.insertInto('program_training').values({ ...ids, name, position: place.next }));
  return 'kept';
}

const LISTS = { program_questions: 'question_id', program_training: 'item_id' } as const;
export type List = keyof typeof LISTS;

async function nextPlace(tx: Tx, list: List, programId: string): Promise<{ count: number; next: number }> {
  const [row] = await tx.hot<{ count: number; next: number }>(
    `SELECT count(*)::int AS count, coalesce(max(position), 0) + 1 AS next FROM ${list} WHERE program_id = $1`,
    [programId],
  );
  return row!;
}

/** Takes one of a list away, with what was answered or noted about it. */
export async function dropFrom(tx: Tx, list: List, programId: string, id: string): Promise<boolean> {
  const [gone] = await tx.hot(
    `DELETE FROM ${list} WHERE program_id = $1 AND ${LISTS[list]} = $2 RETURNING 1`,
    [programId, id],
  );
  return gone !== undefined;
}

/** Moves one of a list before the one above it; the first stays where it is. */
export async function moveUp(tx: Tx, list: List, programId: string, id: string): Promise<boolean> {
  const key = LISTS[list];
  const rows = await tx.hot<{ id: string }>(
    `SELECT ${key} AS id FROM ${list} WHERE program_id = $1 ORDER BY position, ${key} FOR UPDATE`,
    [programId],
  );
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0) return false;
  const order = rows.map((row) => row.id);
  if (at > 0) order.splice(at - 1, 2, order[at]!, order[at - 1]!);
  await tx.hot(
    `UPDATE ${list} l SET position = o.place FROM unnest($2::uuid[]) WITH ORDINALITY o (id, place)
     WHERE l.program_id = $1 AND l.${key} = o.id`,
    [programId, order],
  );
  return true;
}
