import type { Taken } from './intake.ts';
import { AssignmentError } from './problem.ts';

export interface Kept {
  /** Places in the lists of what was taken. */
  pairs: [mentee: number, mentor: number][];
  /** What is left to decide: kept mentees are gone, and so are the places they hold. */
  rest: Taken;
}

/**
 * Sets pairs aside that stay as they are, whatever their scores, also where pairs no longer list them or a mentor has
 * more than she would take now: then she gets nobody else. Throws AssignmentError by the field.
 */
export function keepPairs(taken: Taken, keep: readonly (readonly [string, string])[]): Kept {
  const mentees = new Map(taken.mentees.map((id, at) => [id, at]));
  const mentors = new Map(taken.mentors.map((id, at) => [id, at]));
  const mentorOf = new Map<number, number>();
  const capacities = [...taken.capacities];
  keep.forEach(([mentee, mentor], at) => {
    const [i, j] = [mentees.get(mentee), mentors.get(mentor)];
    if (i === undefined) throw new AssignmentError(`keep[${at}][0] must be the id of a mentee.`);
    if (j === undefined) throw new AssignmentError(`keep[${at}][1] must be the id of a mentor.`);
    if (mentorOf.has(i)) {
      throw new AssignmentError(`keep[${at}] keeps ${JSON.stringify(mentee)} a second time.`);
    }
    mentorOf.set(i, j);
    capacities[j] = Math.max(0, capacities[j]! - 1);
  });
  return { pairs: [...mentorOf], rest: without(taken, mentorOf, capacities) };
}

function without(taken: Taken, mentorOf: Map<number, number>, capacities: number[]): Taken {
  const { mentee, mentor, score } = taken.pairs;
  const place = new Int32Array(taken.mentees.length);
  const mentees: string[] = [];
  taken.mentees.forEach((id, i) => {
    place[i] = mentorOf.has(i) ? -1 : mentees.push(id) - 1;
  });
  const left = Int32Array.from(mentee.keys()).filter((pair) => place[mentee[pair]!]! >= 0);
  return {
    mentees,
    mentors: taken.mentors,
    capacities,
    pairs: {
      mentee: left.map((pair) => place[mentee[pair]!]!),
      mentor: left.map((pair) => mentor[pair]!),
      score: Float64Array.from(left, (pair) => score[pair]!),
    },
  };
}
