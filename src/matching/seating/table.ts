import { byCodePoint } from '../assignment/code-points.ts';
import { canMeetHalfWay } from './centre.ts';
import { isApart, mayLead, partedBy } from './pair-rules.ts';
import { nearValue, pairValue, seatValue } from './pair-values.ts';
import type { SeatingInput, SeatingRules } from './seating.ts';
import { type Hers, hersOf, IN_PERSON, languagesOf, type Theirs, theirsOf } from './sides.ts';
import { MOST_AT_ONCE } from './weights.ts';

/** Two who are never in one circle. */
export const PARTED = -(2 ** 15);
/** A facilitator would lead a member; and could meet her in person. */
export const MAY = 1;
export const MAY_MEET = 2;

/** The input in numbers, by id: all that follows depends on this alone, not on the order given. */
export interface Table {
  rules: SeatingRules;
  hers: Hers[];
  theirs: Theirs[];
  languages: string[];
  size: number;
  /** What any two are to each other, and what is added in person; or PARTED. Both squares of `size`. */
  pairs: Int16Array;
  near: Int16Array | null;
  /** Whether a facilitator would lead a member, 0, MAY or MAY_MEET: by facilitator, then by member. */
  may: Uint8Array;
  /** What a seat is worth: by language, then by member. */
  seat: Int32Array;
  /** Facilitators who may lead together: a square of them. */
  together: Uint8Array;
}

/** Everything two can be to each other, worked out once. Members named twice are one. */
export function tableOf({ members, facilitators, rules }: SeatingInput): Table {
  const languages = languagesOf([
    ...members.map(({ self }) => self.languages),
    ...facilitators.map((one) => one.languages),
  ]);
  const hers = atOnce(byId(members).map((one) => hersOf(one, rules, languages)));
  const theirs = byId(facilitators).map((one) => theirsOf(one, rules, languages));
  const size = hers.length;
  const inPerson = hers.some(({ ways }) => ways & IN_PERSON) && theirs.some(({ ways }) => ways & IN_PERSON);
  const near = inPerson ? new Int16Array(size * size) : null;
  return {
    rules,
    hers,
    theirs,
    // Where nobody named one there still is a language to talk in.
    languages: languages.length > 0 ? languages : [''],
    size,
    pairs: pairsOf(hers, near),
    near,
    may: mayOf(hers, theirs),
    seat: seatsOf(hers, languages.length),
    together: Uint8Array.from({ length: theirs.length ** 2 }, (_one, at) => {
      const [one, other] = [theirs[Math.floor(at / theirs.length)]!, theirs[at % theirs.length]!];
      return isApart(one.facilitator, other.facilitator) ? 0 : 1;
    }),
  };
}

function mayOf(hers: Hers[], theirs: Theirs[]): Uint8Array {
  const may = new Uint8Array(theirs.length * hers.length);
  theirs.forEach((one, lead) => {
    hers.forEach((other, at) => {
      if (!mayLead(one, other)) return;
      may[lead * hers.length + at] = canMeetHalfWay(one.reaches, other.reaches) ? MAY_MEET : MAY;
    });
  });
  return may;
}

function seatsOf(hers: Hers[], languages: number): Int32Array {
  const seat = new Int32Array(Math.max(1, languages) * hers.length);
  for (let language = 0; language < Math.max(1, languages); language++) {
    hers.forEach((one, at) => {
      seat[language * hers.length + at] = seatValue(one, languages > 0 ? language : -1);
    });
  }
  return seat;
}

function byId<T extends { id: string }>(list: readonly T[]): T[] {
  return [...new Map(list.map((one) => [one.id, one])).values()].sort((a, b) => byCodePoint(a.id, b.id));
}

/** Of too many, those who have waited longest. */
function atOnce(hers: Hers[]): Hers[] {
  if (hers.length <= MOST_AT_ONCE) return hers;
  const first = new Set([...hers].sort((a, b) => b.days - a.days).slice(0, MOST_AT_ONCE));
  return hers.filter((one) => first.has(one));
}

function pairsOf(hers: Hers[], near: Int16Array | null): Int16Array {
  const size = hers.length;
  const pairs = new Int16Array(size * size);
  for (let a = 0; a < size; a++) {
    pairs[a * size + a] = PARTED;
    for (let b = 0; b < a; b++) {
      const value = partedBy(hers[a]!, hers[b]!) === null ? pairValue(hers[a]!, hers[b]!) : PARTED;
      pairs[a * size + b] = pairs[b * size + a] = value;
      if (near === null || value === PARTED) continue;
      const more = canMeetHalfWay(hers[a]!.reaches, hers[b]!.reaches)
        ? nearValue(hers[a]!, hers[b]!)
        : PARTED;
      near[a * size + b] = near[b * size + a] = more;
    }
  }
  return pairs;
}
