import { doneByChild, holder, isAskedAfter, isOfAnother, speaker, time } from './circumstance.ts';
import { atMost, type Cue, type Level, type Levels } from './language.ts';
import { type Lead, leadTo } from './lead.ts';
import { bits, type Marked } from './marks.ts';
import type { Found } from './pattern.ts';

const LESSON = bits('teaching', 'supposing');
const THINKING = bits('thinking');
const SELF = bits('self');
const PAST = bits('pastVerbs');
const HEDGE = bits('hedges');
const WEAK = bits('hedges', 'pastVerbs');
const NOW = bits('now');
const RESOLVED = bits('resolved');
const JOKE = bits('jokes');

/** A cue where it stands: how grave it is, and from where to where its words reach. */
export interface Weighed {
  level: Level;
  from: number;
  to: number;
}

export function weigh(marked: Marked, found: Found<Cue>): Weighed {
  const lead = leadTo(marked, found.from);
  return { level: gravity(marked, found, lead), from: lead.from, to: found.to };
}

function gravity(marked: Marked, found: Found<Cue>, lead: Lead): Level {
  if (lead.negated) return 'none';
  if (isLesson(marked, found) || isAskedAfter(marked, found)) return 'none';
  if (found.of.kind === 'violence' && doneByChild(marked, found)) return 'none';
  let level = byLead(found.of.levels, lead, isThought(marked, found, lead));
  if (level === 'none') return level;
  level = byTime(marked, found, lead, level);
  if (found.of.kind === 'wish') level = asWish(marked, found, lead, level);
  return byQuotation(marked, found, level);
}

function byLead({ intended, considered, thought, bare }: Levels, lead: Lead, isThought: boolean): Level {
  if (isThought) return thought ?? bare ?? 'none';
  if (lead.considered) return considered ?? thought ?? bare ?? 'none';
  if (lead.intended) return intended ?? bare ?? 'none';
  return bare ?? 'none';
}

/** Unwanted thoughts of harm are told at length: "images", "what if" may stand far from the words of harm. */
function isThought(marked: Marked, { from, to, of }: Found<Cue>, lead: Lead): boolean {
  if (lead.thought) return true;
  if (of.about !== 'harm to the baby' || !of.levels.thought) return false;
  const [first] = marked.sentence(from);
  return marked.between(first, to, THINKING);
}

/** A class, a film, the news, an announcement, a question about a case that is not there. "The book is sad and I want to
 * die" is none: after the word of the lesson, she speaks of herself. */
function isLesson(marked: Marked, { from, to }: Found<Cue>): boolean {
  if (!marked.inSentence(from, LESSON)) return false;
  if (marked.words[from]!.quoted) return true;
  const [first] = marked.sentence(from);
  const lesson = Math.max(first, marked.lastBefore(from, first, LESSON));
  return holder(marked, from, lesson) !== 'self' && !marked.between(from, to, SELF);
}

function byTime(marked: Marked, { from, of }: Found<Cue>, lead: Lead, level: Level): Level {
  const when = time(marked, from);
  const isPast = of.kind !== 'wish' || lead.past || marked.inSentence(from, PAST);
  if (when.far && isPast && !when.still) return 'none';
  if (when.far && of.kind === 'act' && !when.recent && !marked.inSentence(from, NOW))
    return atMost(level, 'concern');
  if (when.recovered && isPast && (when.mid || lead.past) && !when.recent && !when.still) return 'none';
  if (when.mid && isPast) return atMost(level, 'concern');
  return level;
}

function asWish(marked: Marked, { from, to, of }: Found<Cue>, lead: Lead, level: Level): Level {
  const isNow = marked.inSentence(from, NOW);
  if (isOfAnother(marked, { from, to, of })) return isNow ? level : atMost(level, 'concern');
  if (isDecided(marked, of, lead, isNow)) return 'urgent';
  const [first, last] = marked.sentence(from);
  const isWeak =
    lead.past || marked.between(first, Math.min(to + 3, last), HEDGE) || marked.between(from, to, WEAK);
  return isWeak || marked.anywhere(JOKE) ? atMost(level, 'concern') : level;
}

/** "I don't want to live" with "tonight", or with "I'm doing it", is no longer only a wish. */
function isDecided(marked: Marked, { about }: Cue, lead: Lead, isNow: boolean): boolean {
  if (about !== 'passive wish' && about !== 'suicide') return false;
  return (isNow && !lead.past && !lead.thought) || marked.anywhere(RESOLVED);
}

function byQuotation(marked: Marked, { from }: Found<Cue>, level: Level): Level {
  if (!marked.words[from]!.quoted) return level;
  return speaker(marked, from) === 'nobody' ? 'none' : atMost(level, 'concern');
}
