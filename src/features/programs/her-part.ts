import { query, type Scope, type Tx } from '../../platform/db/index.ts';

/** What a member is in a program already: her doors lead back to it instead of asking her anew. */
export interface HerPart {
  asked: boolean;
  mentors: 'applied' | 'approved' | null;
}

const NONE: HerPart = { asked: false, mentors: null };

/** By program, of those she has a part in; for any other: none. */
export async function herParts(tx: Tx, viewer: Scope): Promise<(programId: string) => HerPart> {
  const asked = await tx.all(
    query
      .selectFrom('mentee_requests')
      .select('program_id')
      .where('member_id', '=', viewer.memberId)
      .where('state', 'in', ['waiting', 'matched']),
  );
  const offers = await tx.all(
    query
      .selectFrom('program_mentors')
      .select(['program_id', 'state'])
      .where('member_id', '=', viewer.memberId)
      .where('state', 'in', ['applied', 'approved']),
  );
  const parts = new Map<string, HerPart>(asked.map((row) => [row.program_id, { ...NONE, asked: true }]));
  for (const { program_id: id, state } of offers)
    parts.set(id, { ...(parts.get(id) ?? NONE), mentors: state as 'applied' | 'approved' });
  return (programId) => parts.get(programId) ?? NONE;
}
