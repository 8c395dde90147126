// What stands around a cue: who speaks of whom, when, and whether it is meant.
import type { Cue } from './language.ts';
import { bits, type Marked } from './marks.ts';
import type { Found } from './pattern.ts';

const SELF = bits('self');
const OTHERS = bits('others', 'partners');
const SPEECH = bits('speech');
const PARTNER = bits('partners');
const CHILD = bits('children');
const FAR = bits('farPast');
const MID = bits('midPast');
const RECENT = bits('recentPast');
const STILL = bits('stillThere');
/** Words between "asked if" and what was asked after. */
const LONGEST_QUESTION = 10;
const ASKING = bits('asking');
const AFFIRMING = bits('affirming');
const JOINS = bits('joins');
const RETURNING = bits('returning');
const RECOVERED = bits('recovered');

/** Who was named last between two words: posts often leave "I" out, and then it is nobody. */
export function holder(marked: Marked, before: number, limit: number): 'self' | 'other' | 'unsaid' {
  const named = marked.lastBefore(before, limit, SELF | OTHERS);
  if (named < 0) return 'unsaid';
  return marked.has(named, SELF) ? 'self' : 'other';
}

/** Whether somebody else has the wish or the thought. */
export function isOfAnother(marked: Marked, { from, to, of }: Found<Cue>): boolean {
  const isReflexive = of.about === 'suicide' || of.about === 'self-harm';
  const isSaid = marked.between(from, to, SELF);
  if (isReflexive && !isSaid && marked.between(from, to, OTHERS)) return true;
  const [first] = marked.sentence(from);
  return holder(marked, from, first) === 'other';
}

/** Whether a child, and no grown person, is the one who hits or throws. */
export function doneByChild(marked: Marked, { from }: Found<Cue>): boolean {
  const [first] = marked.sentence(from);
  const inSentence = marked.lastBefore(from, first, PARTNER | CHILD);
  const doer =
    inSentence >= 0 ? inSentence : marked.lastBefore(from, Math.max(0, first - 80), PARTNER | CHILD);
  return doer >= 0 && marked.has(doer, CHILD) && !marked.has(doer, PARTNER);
}

/** What a quotation makes of its words: hers, those of somebody she knows, or nobody's here. */
export function speaker(marked: Marked, at: number): 'self' | 'other' | 'nobody' {
  const [first, last] = marked.sentence(at);
  let said = false;
  let person: 'self' | 'other' | 'nobody' = 'nobody';
  for (let word = Math.max(0, first - 20); word < Math.min(last + 12, marked.words.length); word += 1) {
    if (marked.words[word]!.quoted) continue;
    if (marked.has(word, SPEECH)) said = true;
    if (person !== 'nobody') continue;
    if (marked.has(word, OTHERS)) person = 'other';
    else if (marked.has(word, SELF) && marked.has(word + 1, SPEECH)) person = 'self';
  }
  return said ? person : 'nobody';
}

/** Whether a question put to her asks after it ("the nurse asked if ..."), and she does not say yes. */
export function isAskedAfter(marked: Marked, { from }: Found<Cue>): boolean {
  const { clause } = marked.words[from]!;
  const asked = marked.lastBefore(from, Math.max(0, from - LONGEST_QUESTION), ASKING);
  if (asked < 0 || marked.words[asked]!.clause !== clause) return false;
  return !marked.between(asked + 1, from, JOINS) && !marked.anywhere(AFFIRMING);
}

export interface Time {
  far: boolean;
  mid: boolean;
  recent: boolean;
  /** "again", "still": the past reaches into today. */
  still: boolean;
  recovered: boolean;
}

/** What the sentence says of when. */
export function time(marked: Marked, at: number): Time {
  return {
    far: marked.inSentence(at, FAR),
    mid: marked.inSentence(at, MID),
    recent: marked.inSentence(at, RECENT),
    still: marked.inSentence(at, STILL) || marked.anywhere(RETURNING),
    recovered: marked.anywhere(RECOVERED),
  };
}
