import { proposeRound } from './propose-round.ts';
import type { Change, Round, RoundInput, WhatChanges } from './round.ts';
import { scoreOf, UNIT } from './score-pair.ts';
import type { PairWeights } from './weights.ts';

/** What other weights would make of the same round: who would have somebody else, and how much better it would be by them. */
export function whatChanges(input: RoundInput, before: PairWeights, after: PairWeights): WhatChanges {
  const [old, fresh] = [before, after].map((weights) =>
    proposeRound({ ...input, weights, alternatives: 0 }),
  ) as [Round, Round];
  const [was, will] = [mentorsBy(old), mentorsBy(fresh)];
  const changes = [...input.mentees]
    .map(({ id }): Change => ({ menteeId: id, before: was.get(id) ?? null, after: will.get(id) ?? null }))
    .filter((one) => one.before !== one.after)
    .sort((a, b) => (a.menteeId < b.menteeId ? -1 : 1));
  return {
    changes,
    before: { matched: old.pairs.length, total: totalBy(input, old, after) },
    after: { matched: fresh.pairs.length, total: fresh.total },
  };
}

const mentorsBy = ({ pairs }: Round) => new Map(pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId]));

/** Of the pairs of a round by other weights than it was made with. */
function totalBy({ program, mentees, mentors }: RoundInput, { pairs }: Round, weights: PairWeights): number {
  const menteeOf = new Map(mentees.map((mentee) => [mentee.id, mentee]));
  const mentorOf = new Map(mentors.map((mentor) => [mentor.id, mentor]));
  const units = pairs.map(({ menteeId, mentorId }) =>
    Math.round(UNIT * scoreOf(program, menteeOf.get(menteeId)!, mentorOf.get(mentorId)!, weights)),
  );
  return units.reduce((sum, one) => sum + one, 0) / UNIT;
}
