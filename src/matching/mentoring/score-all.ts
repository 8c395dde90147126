import type { Mentee } from './mentee.ts';
import type { Mentor } from './mentor.ts';
import { brokenRule } from './pair-rules.ts';
import type { MentoringProgram } from './program.ts';
import type { Suggestion } from './round.ts';
import { reasonsOf, scorer, UNIT } from './score-pair.ts';
import { type Hers, hersOf, type Theirs, theirsOf } from './sides.ts';
import { MOST_SUGGESTIONS, type PairWeights, weightsOf } from './weights.ts';

/** Everybody on both sides, with what each comparison asks worked out once. */
export interface Field {
  hers: Hers[];
  theirs: Theirs[];
}

/** All pairs that no rule forbids, in columns: mothers and mentors by their places in the lists given. */
export interface Scored {
  /** Where the pairs of each mother begin; one longer than there are mothers. */
  start: Int32Array;
  mentor: Int32Array;
  /** In ten-thousandths. */
  score: Int32Array;
}

export const fieldOf = (mentees: readonly Mentee[], mentors: readonly Mentor[], today: string): Field => ({
  hers: mentees.map(hersOf),
  theirs: mentors.map((mentor) => theirsOf(mentor, today)),
});

export function scoreField(program: MentoringProgram, { hers, theirs }: Field, weights: PairWeights): Scored {
  const scoreOf = scorer(program, weights);
  const start = new Int32Array(hers.length + 1);
  let mentor = new Int32Array(1024);
  let score = new Int32Array(1024);
  let count = 0;
  hers.forEach((her, i) => {
    for (let j = 0; j < theirs.length; j++) {
      const their = theirs[j]!;
      if (brokenRule(program, her, their)) continue;
      if (count === mentor.length) [mentor, score] = [doubled(mentor), doubled(score)];
      mentor[count] = j;
      score[count] = scoreOf({ program, hers: her, theirs: their });
      count += 1;
    }
    start[i + 1] = count;
  });
  return { start, mentor: mentor.subarray(0, count), score: score.subarray(0, count) };
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}

/** Every pair that may be, with its score 0..1; sentences only for those that are looked at, by reasonsFor. */
export function scoreAll(
  program: MentoringProgram,
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  today: string,
  weights: PairWeights = weightsOf(program),
): { menteeId: string; mentorId: string; score: number }[] {
  const { start, mentor, score } = scoreField(program, fieldOf(mentees, mentors, today), weights);
  return mentees.flatMap(({ id }, i) =>
    Array.from({ length: start[i + 1]! - start[i]! }, (_, at) => ({
      menteeId: id,
      mentorId: mentors[mentor[start[i]! + at]!]!.id,
      score: score[start[i]! + at]! / UNIT,
    })),
  );
}

/** Up to three she may choose from, best first; of equals who has more room, then by id. */
export function suggestionsFor(
  program: MentoringProgram,
  mentee: Mentee,
  mentors: readonly Mentor[],
  weights: PairWeights = weightsOf(program),
  most = MOST_SUGGESTIONS,
): Suggestion[] {
  const field = fieldOf([mentee], mentors, mentee.self.today);
  const { mentor, score } = scoreField(program, field, weights);
  return Array.from(mentor, (j, at) => ({ theirs: field.theirs[j]!, score: score[at]! }))
    .sort((a, b) => b.score - a.score || byRoomThenId(a.theirs.mentor, b.theirs.mentor))
    .slice(0, most)
    .map(({ theirs, score }) => ({
      mentorId: theirs.mentor.id,
      score: score / UNIT,
      reasons: reasonsOf({ program, hers: field.hers[0]!, theirs }, weights, 'mentee'),
    }));
}

const byRoomThenId = (a: Mentor, b: Mentor): number =>
  b.capacityLeft - a.capacityLeft || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
