import type { Tx } from '../../platform/db/index.ts';

/** Somebody she walks in with. */
export interface Companion {
  occurrenceId: string;
  memberId: string;
  name: string;
  /** She offered, and the other would like company; else the other way round. */
  brings: boolean;
}

/** With whom she walks in at these occurrences. Who pairs whom, and never across a block, is in the database. */
export async function companyAt(tx: Tx, occurrenceIds: readonly string[]): Promise<Companion[]> {
  const rows = await tx.hot<{
    occurrence_id: string;
    member_id: string;
    display_name: string;
    brings: boolean;
  }>('SELECT * FROM access.my_company($1)', [occurrenceIds]);
  return rows.map((row) => ({
    occurrenceId: row.occurrence_id,
    memberId: row.member_id,
    name: row.display_name,
    brings: row.brings,
  }));
}
