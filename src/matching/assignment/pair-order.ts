import type { Pairs } from './problem.ts';

/** Pairs by mentee and then by mentor, both by where their ids stand in order. */
export interface Ordered {
  /** Where the pairs of each mentee begin; one longer than there are mentees. */
  start: Int32Array;
  mentor: Int32Array;
  score: Float64Array;
}

/** So few pairs are sorted quickest by putting each in its place among those before it. */
const FEW = 48;

/**
 * Pairs in order, by going through them once to count and once to hand each to its mentee; the pairs of a mentee are
 * few, or most there can be, and are put in order where they then stand. A pair given twice stays, side by side.
 */
export function ordered(
  { mentee, mentor, score }: Pairs,
  menteePlace: Int32Array,
  mentorPlace: Int32Array,
): Ordered {
  const count = score.length;
  const start = new Int32Array(menteePlace.length + 1);
  for (let at = 0; at < count; at++) start[menteePlace[mentee[at]!]! + 1]! += 1;
  for (let i = 0; i < menteePlace.length; i++) start[i + 1]! += start[i]!;
  const next = start.slice(0, menteePlace.length);
  const found: Ordered = { start, mentor: new Int32Array(count), score: new Float64Array(count) };
  for (let at = 0; at < count; at++) {
    const to = next[menteePlace[mentee[at]!]!]!++;
    found.mentor[to] = mentorPlace[mentor[at]!]!;
    found.score[to] = score[at]!;
  }
  const byPlace = new ByPlace(mentorPlace.length);
  for (let i = 0; i < menteePlace.length; i++) sortOne(found, start[i]!, start[i + 1]!, byPlace);
  return found;
}

function sortOne(pairs: Ordered, from: number, to: number, byPlace: ByPlace): void {
  if (isSorted(pairs.mentor, from, to)) return;
  if (to - from <= FEW) sortFew(pairs, from, to);
  else if (!byPlace.sort(pairs, from, to)) sortMany(pairs, from, to);
}

function isSorted(mentor: Int32Array, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (mentor[at]! < mentor[at - 1]!) return false;
  return true;
}

function sortFew({ mentor, score }: Ordered, from: number, to: number): void {
  for (let each = from + 1; each < to; each++) {
    const [j, its] = [mentor[each]!, score[each]!];
    let at = each;
    for (; at > from && mentor[at - 1]! > j; at--) {
      mentor[at] = mentor[at - 1]!;
      score[at] = score[at - 1]!;
    }
    mentor[at] = j;
    score[at] = its;
  }
}

/** By numbers that say the mentor first and then where the pair stood: the engine sorts those without asking us. */
function sortMany({ mentor, score }: Ordered, from: number, to: number): void {
  const count = to - from;
  const keys = new Float64Array(count);
  for (let at = 0; at < count; at++) keys[at] = mentor[from + at]! * count + at;
  keys.sort();
  const scores = score.slice(from, to);
  for (let at = 0; at < count; at++) {
    const j = Math.floor(keys[at]! / count);
    mentor[from + at] = j;
    score[from + at] = scores[keys[at]! - j * count]!;
  }
}

/** For a mentee with many of the mentors: each pair goes to its mentor's place, and the places are read in order. */
class ByPlace {
  private readonly scores: Float64Array;
  private readonly holder: Int32Array;
  private turn = 0;

  constructor(mentors: number) {
    this.scores = new Float64Array(mentors);
    this.holder = new Int32Array(mentors);
  }

  /** False, with nothing changed, where mentors are too many for it or one is given twice. */
  sort({ mentor, score }: Ordered, from: number, to: number): boolean {
    const { scores, holder } = this;
    if ((to - from) * 8 < scores.length) return false;
    const turn = ++this.turn;
    for (let at = from; at < to; at++) {
      const j = mentor[at]!;
      if (holder[j] === turn) return false;
      holder[j] = turn;
      scores[j] = score[at]!;
    }
    let at = from;
    for (let j = 0; j < scores.length; j++) {
      if (holder[j] !== turn) continue;
      mentor[at] = j;
      score[at++] = scores[j]!;
    }
    return true;
  }
}
