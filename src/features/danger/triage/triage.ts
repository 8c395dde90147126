import { type Cue, graver, type Language, type Level } from './language.ts';
import { Marked, marksOf } from './marks.ts';
import { type Found, Patterns } from './pattern.ts';
import { Vocabulary } from './vocabulary.ts';
import { type Weighed, weigh } from './weighing.ts';
import { wordsOf } from './words.ts';

export interface Finding {
  level: Level;
  /** The words of the text, as written, that led to the level; in the order of the text, each once. */
  phrases: string[];
}

/** Reads texts in one language. Made once: the tables are prepared when it is made. */
export function reader(language: Language): (text: string) => Finding {
  const { sound, grammar } = language;
  const vocabulary = new Vocabulary(language);
  const marks = marksOf(grammar, vocabulary, sound);
  const idioms = new Patterns<true>(grammar.classes, sound).add(language.idioms, true);
  const cues = new Patterns<Cue>(grammar.classes, sound);
  for (const cue of language.cues) cues.add(cue.patterns, cue);
  for (const patterns of [idioms, cues]) for (const word of patterns.vocabulary()) vocabulary.learn(word);

  return (text) => {
    const words = wordsOf(text, vocabulary);
    const found = cues.find(words);
    if (!found.length) return { level: 'none', phrases: [] };
    const meant = withoutIdioms(words.length, found, idioms.find(words));
    if (!meant.length) return { level: 'none', phrases: [] };
    const marked = new Marked(words, marks, grammar.concord);
    for (const { from, to } of meant) marked.mark(from, to, 'cue');
    return finding(
      text,
      marked,
      meant.map((each) => weigh(marked, each)),
    );
  };
}

/** An idiom owns its words: what begins or ends inside it is no cue. */
function withoutIdioms(length: number, cues: Found<Cue>[], idioms: Found<true>[]): Found<Cue>[] {
  if (!idioms.length) return cues;
  const owned = new Uint8Array(length);
  for (const { from, to } of idioms) owned.fill(1, from, to);
  return cues.filter(({ from, to }) => !owned[from] && !owned[to - 1]);
}

function finding(text: string, marked: Marked, weighed: Weighed[]): Finding {
  const level = weighed.reduce<Level>((gravest, each) => graver(gravest, each.level), 'none');
  if (level === 'none') return { level, phrases: [] };
  const leading = weighed
    .filter((each) => each.level === level)
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const phrases = new Set<string>();
  let reached = 0;
  for (const { from, to } of leading) {
    if (to <= reached) continue; // inside the one before
    reached = to;
    phrases.add(text.slice(marked.words[from]!.start, marked.words[to - 1]!.end));
  }
  return { level, phrases: [...phrases] };
}
