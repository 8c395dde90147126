import type { Taken } from '../../src/matching/index.ts';
import { dice } from './prose.ts';

/** How scores come about: `uniform` between 0 and 1 with all their digits, or as people's are, in hundredths. */
export type Kind = 'uniform' | 'alike';

/** Tastes that are near each other, mentors whom everybody likes, and a little chance: what makes matching hard. */
function scorer(kind: Kind, mentees: number, mentors: number, roll: () => number) {
  const liked = Float64Array.from({ length: mentors }, roll);
  const hers = Float64Array.from({ length: mentees * TASTES }, roll);
  const theirs = Float64Array.from({ length: mentors * TASTES }, roll);
  return (mentee: number, mentor: number): number => {
    if (kind === 'uniform') return roll();
    let apart = 0;
    for (let taste = 0; taste < TASTES; taste++) {
      apart += Math.abs(hers[mentee * TASTES + taste]! - theirs[mentor * TASTES + taste]!);
    }
    const score = 0.4 * liked[mentor]! + 0.5 * (1 - apart / TASTES) + 0.1 * roll();
    return Math.round(100 * score) / 100;
  };
}
const TASTES = 4;

/** A square of scores, row after row. */
export function square(kind: Kind, side: number): Float64Array {
  const score = scorer(kind, side, side, dice(5));
  return Float64Array.from({ length: side * side }, (_, cell) => score(Math.floor(cell / side), cell % side));
}

/** The square as the engine takes it: everybody may be matched with everybody, one place each. */
export function everyPair(scores: Float64Array, side: number): Taken {
  const mentee = new Int32Array(side * side);
  const mentor = new Int32Array(side * side);
  for (let cell = 0; cell < scores.length; cell++) {
    mentee[cell] = Math.floor(cell / side);
    mentor[cell] = cell % side;
  }
  const capacities = Array<number>(side).fill(1);
  return { ...named(side, side), capacities, pairs: { mentee, mentor, score: scores } };
}

/** Many people with a few candidates each, and `places` for every mentee on average. */
export function fewPairs(kind: Kind, mentees: number, mentors: number, each: number, places: number): Taken {
  const roll = dice(3);
  const score = scorer(kind, mentees, mentors, roll);
  const mentee = new Int32Array(mentees * each);
  const mentor = new Int32Array(mentees * each);
  const scores = new Float64Array(mentees * each);
  const seen = new Int32Array(mentors).fill(-1);
  for (let i = 0, at = 0; i < mentees; i++) {
    for (let found = 0; found < each; ) {
      const j = Math.floor(roll() * mentors);
      if (seen[j] === i) continue;
      seen[j] = i;
      mentee[at] = i;
      mentor[at] = j;
      scores[at++] = score(i, j);
      found += 1;
    }
  }
  const capacities = Array<number>(mentors).fill(0);
  for (let left = Math.round(mentees * places); left > 0; left--)
    capacities[Math.floor(roll() * mentors)]! += 1;
  return { ...named(mentees, mentors), capacities, pairs: { mentee, mentor, score: scores } };
}

const named = (mentees: number, mentors: number) => ({
  mentees: Array.from({ length: mentees }, (_, at) => `m${at}`),
  mentors: Array.from({ length: mentors }, (_, at) => `d${at}`),
});
