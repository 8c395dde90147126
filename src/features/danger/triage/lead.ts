// What leads to a cue: the light words directly before it, read backwards.
import { bits, type Marked } from './marks.ts';

export interface Lead {
  /** Where the words that carry the meaning begin: "going to" of "going to kill myself". */
  from: number;
  negated: boolean;
  intended: boolean;
  considered: boolean;
  thought: boolean;
  hedged: boolean;
  past: boolean;
}

const FARTHEST = 12;
const LEADS_ON = bits(
  'carriers',
  'negators',
  'emptyNegations',
  'intending',
  'considering',
  'thinking',
  'hedges',
  'pastVerbs',
  'speech',
  'cue',
);
const MEANING = bits('intending', 'considering', 'thinking');
const NEGATOR = bits('negators');
const STARTER = bits('clauseStarters');
const INTENDING = bits('intending');
const CONSIDERING = bits('considering');
const THINKING = bits('thinking');
const HEDGE = bits('hedges');
const PAST = bits('pastVerbs');
const SPEECH = bits('speech');

/** Reads back from the cue as long as words are light enough to pass a "not" or a "want to" on to it. */
export function leadTo(marked: Marked, from: number): Lead {
  const lead: Lead = {
    from,
    negated: false,
    intended: false,
    considered: false,
    thought: false,
    hedged: false,
    past: false,
  };
  const [first] = marked.sentence(from);
  const { clause } = marked.words[from]!;
  for (let at = from - 1; at >= Math.max(first, from - FARTHEST); at -= 1) {
    if (marked.words[at]!.clause !== clause || !marked.has(at, LEADS_ON)) break;
    note(lead, marked, at);
    if (marked.has(at, MEANING)) lead.from = at;
    if (startsClause(marked, at, first)) break;
  }
  return lead;
}

function note(lead: Lead, marked: Marked, at: number): void {
  if (marked.has(at, NEGATOR)) lead.negated = marked.concord || !lead.negated;
  if (marked.has(at, INTENDING)) lead.intended = true;
  if (marked.has(at, CONSIDERING)) lead.considered = true;
  if (marked.has(at, THINKING)) lead.thought = true;
  if (marked.has(at, HEDGE)) lead.hedged = true;
  if (marked.has(at, PAST)) lead.past = true;
}

/** "I don't sleep I want to die": a new subject begins, unless it hangs on "say", "think", "that". */
function startsClause(marked: Marked, at: number, first: number): boolean {
  return marked.has(at, STARTER) && (at === first || !marked.has(at - 1, SPEECH));
}
