import { byCodePoint } from './code-points.ts';

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
  const count = pairs.score.length;
  const byMentor = sortedBy(pairs.mentor, columns.place, mentors.length, null);
  const order = sortedBy(pairs.mentee, rows.place, mentees.length, byMentor.order);
  const mentor = new Int32Array(count);
  const score = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const from = order.order[at]!;
    mentor[at] = columns.place[pairs.mentor[from]!]!;
    score[at] = pairs.score[from]!;
  }
  const problem = {
    mentees: rows.ids,
    mentors: columns.ids,
    capacity: Int32Array.from(columns.from, (at) => Math.min(capacities[at]!, MOST_CAPACITY)),
    start: order.start,
    mentor,
    score,
  };
  refuseTwice(problem, order.order);
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

/** Pairs counted out by where their id stands, otherwise in the order given. */
function sortedBy(ids: Int32Array, place: Int32Array, size: number, before: Int32Array | null) {
  const start = new Int32Array(size + 1);
  for (const id of ids) start[place[id]! + 1]! += 1;
  for (let at = 0; at < size; at++) start[at + 1]! += start[at]!;
  const next = start.slice(0, size);
  const order = new Int32Array(ids.length);
  for (let at = 0; at < ids.length; at++) {
    const pair = before ? before[at]! : at;
    order[next[place[ids[pair]!]!]!++] = pair;
  }
  return { start, order };
}

function refuseTwice({ start, mentor, mentees, mentors }: Problem, order: Int32Array): void {
  for (let i = 0; i < mentees.length; i++) {
    for (let at = start[i]! + 1; at < start[i + 1]!; at++) {
      if (mentor[at] !== mentor[at - 1]) continue;
      const again = Math.max(order[at]!, order[at - 1]!);
      const pair = `${JSON.stringify(mentees[i])}, ${JSON.stringify(mentors[mentor[at]!])}`;
      throw new AssignmentError(`pairs[${again}] lists ${pair} a second time.`);
    }
  }
}
