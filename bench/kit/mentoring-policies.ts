import {
  type Mentee,
  type Mentor,
  type MentoringProgram,
  proposeRound,
  scorePair,
  suggestionsFor,
  usualProgram,
} from '../../src/matching/index.ts';
import type { Chosen, Policy } from './mentoring-year.ts';

export const program: MentoringProgram = { ...usualProgram('perinatal'), promisedDays: 7 };

/** Places are counted down as they are given away. */
function oneByOne(pick: (mentee: Mentee, free: Mentor[]) => Chosen | null): Policy['choose'] {
  return (waiting, given) => {
    const free = given.map((mentor) => ({ ...mentor }));
    return waiting.flatMap((mentee) => {
      const chosen = pick(
        mentee,
        free.filter(({ capacityLeft }) => capacityLeft > 0),
      );
      if (!chosen) return [];
      free.find(({ id }) => id === chosen.mentorId)!.capacityLeft -= 1;
      return chosen;
    });
  };
}

/** What programs do by hand: whoever asks gets the first mentor on the list who may be hers. */
export const firstAllowed: Policy = {
  name: 'first on the list',
  every: null,
  choose: oneByOne((mentee, free) => {
    for (const mentor of free) {
      const result = scorePair(program, mentee, mentor);
      if (result.allowed) return { menteeId: mentee.id, mentorId: mentor.id, score: result.score };
    }
    return null;
  }),
};

/** Whoever asks gets the best for her who is free at that moment. */
export const bestFree: Policy = {
  name: 'best who is free',
  every: null,
  choose: oneByOne((mentee, free) => {
    const [best] = suggestionsFor(program, mentee, free, undefined, 1);
    return best ? { menteeId: mentee.id, mentorId: best.mentorId, score: best.score } : null;
  }),
};

/** All who wait at once, every so many days. */
export const rounds = (every: number): Policy => ({
  name: every === 1 ? 'a round a day' : `a round every ${every} days`,
  every,
  choose: (mentees, mentors, today) =>
    proposeRound({ program, mentees, mentors, today, alternatives: 0 }).pairs,
});
