import { Keeping } from './keeping.ts';
import { proposeRound } from './propose-round.ts';
import type { Change, Round, RoundInput, WhatChanges } from './round.ts';
import { scoreOf, UNIT } from './score-pair.ts';
import { hersOf, theirsOf } from './sides.ts';
import { standingOf } from './standing.ts';
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
    after: { matched: fresh.pairs.length, total: totalBy(input, fresh, after) },
  };
}

const mentorsBy = ({ pairs }: Round) => new Map(pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId]));

/** Of the pairs of a round by other weights than it was made with, less what it could have kept free for others. */
function totalBy(input: RoundInput, { pairs }: Round, weights: PairWeights): number {
  const { program, today } = input;
  const { mentees, mentors, kept } = standingOf(input);
  const theirs = mentors.map((mentor) => theirsOf(mentor, today));
  const keeping = new Keeping(theirs, kept);
  const menteeOf = new Map([...mentees, ...kept.map(({ mentee }) => mentee)].map((one) => [one.id, one]));
  const placeOf = new Map(mentors.map(({ id }, j) => [id, j]));
  const units = pairs.map(({ menteeId, mentorId, kept }) => {
    const mentee = menteeOf.get(menteeId)!;
    const j = placeOf.get(mentorId)!;
    const score = Math.round(UNIT * scoreOf(program, mentee, mentors[j]!, weights));
    return kept ? score : score - keeping.price(hersOf(mentee), j);
  });
  return units.reduce((sum, one) => sum + one, 0) / UNIT;
}
