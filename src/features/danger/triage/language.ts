// What the engine asks of a language. The tables themselves are in lexicon/.

export type Level = 'none' | 'concern' | 'urgent';

/** What a cue is about: the headings of the published lists that lexicon/ was drawn from. */
export type About =
  | 'suicide'
  | 'passive wish'
  | 'hopelessness'
  | 'plan, means, goodbye'
  | 'self-harm'
  | 'harm to the baby'
  | 'psychosis'
  | 'violence at home'
  | 'emergency';

/**
 * How the words around a cue may change it.
 * - wish: a wish, thought or feeling; weaker when hedged, past or somebody else's.
 * - act: done or being done; as grave when somebody else did it.
 * - violence: done to the writer by a grown person.
 */
export type Kind = 'wish' | 'act' | 'violence';

/** The level of a cue by what leads to it: "will …", "thinking of …", "thoughts of …", or nothing of the kind. */
export interface Levels {
  intended?: Level;
  considered?: Level;
  thought?: Level;
  bare?: Level;
}

/** Rows of one table: patterns (one a line, see pattern.ts) that share a meaning. */
export interface Cue {
  about: About;
  kind: Kind;
  levels: Levels;
  patterns: string;
}

/** Words that lead to a cue or stand around it, each list as patterns, one a line. */
export interface Grammar {
  /** @name in a pattern: alternatives for one word. */
  classes: Record<string, string>;
  /** Light words through which a negation or a "want to" reaches a cue. */
  carriers: string;
  negators: string;
  /** "No … nunca": two negations in a row are still one, as in Spanish. */
  concord: boolean;
  /** Negative in form only: "can't stop", "don't know". */
  emptyNegations: string;
  intending: string;
  considering: string;
  thinking: string;
  /** "almost", "sometimes", "part of me": weakens a wish. */
  hedges: string;
  /** Verbs in the past that lead to a cue. */
  pastVerbs: string;
  farPast: string;
  midPast: string;
  recentPast: string;
  recovered: string;
  /** "again", "still": the past is not over. */
  stillThere: string;
  /** "It's creeping back": said anywhere, an old danger is one of today. */
  returning: string;
  now: string;
  /** "I'm doing it": a wish becomes a decision. */
  resolved: string;
  jokes: string;
  /** Lessons, announcements, books, films, news. */
  teaching: string;
  /** Questions about a case that is not there. */
  supposing: string;
  /** A question put to her or to everybody: what it asks after is not there because of it. */
  asking: string;
  /** ... unless she says so. */
  affirming: string;
  /** Words that go on to something new. */
  joins: string;
  /** The writer, and other people, as holders of a wish. */
  self: string;
  others: string;
  speech: string;
  partners: string;
  children: string;
  /** Words that begin a clause. */
  clauseStarters: string;
}

export interface Language {
  grammar: Grammar;
  cues: Cue[];
  /** Harmless uses of the same words; what they cover is never a cue. */
  idioms: string;
  /** Misspellings, slang and contractions, 'as written: as meant', one a line. */
  spellings: string;
  /** Long words whose near misses are recognised. */
  guarded: string;
  /** Folds a normalised word to how it sounds, for languages spelled by ear. */
  sound(word: string): string;
}

const ORDER: Level[] = ['none', 'concern', 'urgent'];
export const atMost = (level: Level, limit: Level): Level =>
  ORDER.indexOf(level) > ORDER.indexOf(limit) ? limit : level;
export const graver = (a: Level, b: Level): Level => (ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b);
