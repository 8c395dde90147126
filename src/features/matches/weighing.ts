import { sql } from 'kysely';
import {
  PAIR_TERMS,
  type PairWeights,
  type WhatChanges,
  weightsOf,
  whatChanges,
} from '../../matching/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import type { Program } from '../programs/index.ts';
import { rulesOf } from './company.ts';
import { boardOf } from './rounds.ts';

/** A change other weights would bring, by name. */
export interface NamedChange {
  mother: string;
  before: string | null;
  after: string | null;
}

export interface Foreseen extends Omit<WhatChanges, 'changes'> {
  changes: NamedChange[];
}

/** What other weights would do to the round of today, before they are applied. */
export async function whatWouldChange(
  tx: Tx,
  program: Program,
  weights: PairWeights,
  now: Date,
): Promise<Foreseen> {
  const { waiting, mentors, names } = await boardOf(tx, program, now);
  const rules = rulesOf(program);
  const input = {
    program: rules,
    mentees: [...waiting.values()],
    mentors: [...mentors.values()],
    today: now.toISOString().slice(0, 10),
  };
  const { changes, ...totals } = whatChanges(input, weightsOf(rules), weights);
  const named = (member: string | null) => (member === null ? null : (names.get(member) ?? ''));
  return {
    ...totals,
    changes: changes.map(({ menteeId, before, after }) => ({
      mother: named(waiting.get(menteeId)?.memberId ?? null) ?? '',
      before: named(before),
      after: named(after),
    })),
  };
}

/** Applies them; what is as usual for this kind is not kept, so that it follows the engine's own as they improve. */
export async function setWeights(tx: Tx, program: Program, chosen: Partial<PairWeights>): Promise<void> {
  const usual = weightsOf({ kind: rulesOf(program).kind, weights: {} });
  const own = Object.fromEntries(
    PAIR_TERMS.flatMap((term) => {
      const weight = chosen[term] ?? weightsOf(rulesOf(program))[term];
      return weight === usual[term] ? [] : [[term, weight]];
    }),
  );
  await tx.run(
    query
      .updateTable('programs')
      .set({ weights: JSON.stringify(own) })
      .where('program_id', '=', program.id),
  );
}

/** The day of the next round, as those who wait are told; '' for none. Noon by the community's clock. */
export async function setNextRound(tx: Tx, programId: string, day: string): Promise<void> {
  const at = day === '' ? null : sql<Date>`(${day}::date + time '12:00') AT TIME ZONE c.time_zone`;
  await tx.run(
    query
      .updateTable('programs as p')
      .from('communities as c')
      .set({ next_round_at: at })
      .whereRef('c.community_id', '=', 'p.community_id')
      .where('p.program_id', '=', programId),
  );
}
