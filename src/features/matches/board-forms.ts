import { z } from 'zod';
import { MOST_WEIGHT, PAIR_TERMS, type PairTerm } from '../../matching/index.ts';
import { day, type Raw } from '../../platform/http/index.ts';
import { UUID } from './forms.ts';
import type { Approved } from './rounds.ts';

export { UUID };

const MENTOR = new RegExp(`^${UUID}$`);
const LINE = new RegExp(`^with-(${UUID})$`);

/** What the coordinator left chosen: one line a mother, `with-<request>` = mentor; 'none' and anything else is left out. */
export const approvedIn = (raw: Raw): Approved[] =>
  Object.entries(raw).flatMap(([name, mentor]) => {
    const requestId = LINE.exec(name)?.[1];
    return requestId && typeof mentor === 'string' && MENTOR.test(mentor)
      ? [{ requestId, mentorId: mentor }]
      : [];
  });

export const nextRoundSchema = z.object({
  date: day('matches.error.date').or(z.literal('')),
});

const count = z.coerce.number().int().min(0).max(100_000).default(0);
/** How an approval went, in the address of the page that says so: numbers, and nobody's name. */
export const outcomeSchema = z.object({ proposed: count, full: count, gone: count });

const weight = z.coerce
  .number('matches.error.weights')
  .int('matches.error.weights')
  .min(0, 'matches.error.weights')
  .max(MOST_WEIGHT, 'matches.error.weights');

/** How much each term weighs; what is not among them is not read. */
export const weightsSchema = z
  .object(Object.fromEntries(PAIR_TERMS.map((term) => [term, weight])) as Record<PairTerm, typeof weight>)
  .partial();
