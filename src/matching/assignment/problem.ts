import { byCodePoint } from './code-points.ts';
import { ordered } from './pair-order.ts';

/** What is asked of the greatest total, or of the greatest number of mentees with a mentor and then of the total. */
export const OBJECTIVES = ['most-matched-then-total', 'max-total'] as const;
export type Objective = (typeof OBJECTIVES)[number];

/** Input that says what cannot be; the message names the field. */
export class AssignmentError extends Error {}

/** Pairs in columns, for many: `mentee` and `mentor` are places in the lists of the problem. */
export interface Pairs {
  mentee: Int32Array;
  mentor: Int32Array;
  score: Float64Array;
}

/** The input in numbers: ids sorted by code point, pairs by mentee and mentor. All that follows depends on this alone. */
export interface Problem {
  mentees: string[];
  mentors: string[];
  capacity: Int32Array;
  /** Where the pairs of each mentee begin; one longer than there are mentees. */
  start: Int32Array;
  mentor: Int32Array;
  score: Float64Array;
}

/** No mentor is asked for more than this: capacities are counted in 32 bits. */
export const MOST_CAPACITY = 2 ** 31 - 1;

/** Sorts; throws AssignmentError on a pair that is listed twice. Ids are taken to be unique, scores to be finite. */
export function problemOf(
  mentees: string[],
  mentors: string[],
  capacities: ArrayLike<number>,
  pairs: Pairs,
): Problem {
  const rows = sorted(mentees);
  const columns = sorted(mentors);
  const problem = {
    mentees: rows.ids,
    mentors: columns.ids,
    capacity: Int32Array.from(columns.from, (at) => Math.min(capacities[at]!, MOST_CAPACITY)),
    ...ordered(pairs, rows.place, columns.place),
  };
  refuseTwice(problem, pairs, rows.from, columns.from);
  return problem;
}

/** The ids in order; `from`: where each was listed; `place`: where each of the list went. */
function sorted(list: string[]): { ids: string[]; from: Int32Array; place: Int32Array } {
  const from = Int32Array.from(list, (_id, at) => at).sort((a, b) => byCodePoint(list[a]!, list[b]!));
  const place = new Int32Array(list.length);
  from.forEach((at, to) => {
    place[at] = to;
  });
  return { ids: Array.from(from, (at) => list[at]!), from, place };
}

function refuseTwice(
  { start, mentor, mentees, mentors }: Problem,
  pairs: Pairs,
  menteeFrom: Int32Array,
  mentorFrom: Int32Array,
): void {
  for (let i = 0; i < mentees.length; i++) {
    const end = start[i + 1]!;
    for (let at = start[i]! + 1; at < end; at++) {
      const j = mentor[at]!;
      if (j !== mentor[at - 1]) continue;
      const again = secondOf(pairs, menteeFrom[i]!, mentorFrom[j]!);
      const pair = `${JSON.stringify(mentees[i])}, ${JSON.stringify(mentors[j])}`;
      throw new AssignmentError(`pairs[${again}] lists ${pair} a second time.`);
    }
  }
}

/** Where a pair was given again. */
function secondOf({ mentee, mentor }: Pairs, i: number, j: number): number {
  const first = mentee.findIndex((its, at) => its === i && mentor[at] === j);
  return mentee.findIndex((its, at) => at > first && its === i && mentor[at] === j);
}
