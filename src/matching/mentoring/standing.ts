import { byCodePoint } from '../assignment/code-points.ts';
import { AssignmentError } from '../assignment/index.ts';
import type { Mentee } from './mentee.ts';
import type { Mentor } from './mentor.ts';
import type { RoundInput } from './round.ts';

/** Who is in a round, in an order of their own, with the pairs that stay set aside. */
export interface Standing {
  /** Mothers still to be placed. */
  mentees: Mentee[];
  mentors: Mentor[];
  kept: { mentee: Mentee; mentor: Mentor }[];
}

/**
 * Sorted by id, so that the order in which anybody came never shows. A kept pair takes a place of its mentor, who may then
 * have none left. Throws AssignmentError, naming the field, for a kept pair of somebody who is not listed.
 */
export function standingOf({ mentees, mentors, keep = [] }: RoundInput): Standing {
  const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));
  const [menteeOf, mentorOf] = [byId(mentees), byId(mentors)];
  const keptOf = new Map<string, { mentee: Mentee; mentor: Mentor }>();
  const places = new Map<string, number>();
  keep.forEach(([menteeId, mentorId], at) => {
    const mentee = menteeOf.get(menteeId);
    const mentor = mentorOf.get(mentorId);
    if (!mentee) throw new AssignmentError(`keep[${at}][0] must be the id of a mentee.`);
    if (!mentor) throw new AssignmentError(`keep[${at}][1] must be the id of a mentor.`);
    if (keptOf.has(menteeId)) throw new AssignmentError(`keep[${at}] keeps the same mentee a second time.`);
    keptOf.set(menteeId, { mentee, mentor });
    places.set(mentorId, (places.get(mentorId) ?? 0) + 1);
  });
  return {
    mentees: sorted(mentees.filter(({ id }) => !keptOf.has(id))),
    mentors: sorted(mentors).map((mentor) => ({
      ...mentor,
      capacityLeft: Math.max(0, mentor.capacityLeft - (places.get(mentor.id) ?? 0)),
    })),
    kept: [...keptOf.values()].sort((a, b) => byCodePoint(a.mentee.id, b.mentee.id)),
  };
}

const sorted = <T extends { id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => byCodePoint(a.id, b.id));
