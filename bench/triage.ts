// How much of what is dangerous triage finds, how often it is wrong, and how fast it reads.
// TRIAGE_SETS=tuning looks only at the half that may be looked at while rules are made.
import { type Level, triage } from '../src/features/danger/triage/index.ts';
import { weigh } from '../src/features/danger/weighing.ts';
import { type Figure, report } from './kit/report.ts';
import { LANGUAGES, type Sentence, sentences, wilson } from './kit/sentences.ts';

const SETS = process.env.TRIAGE_SETS?.split(',') ?? [
  'tuning',
  'held-out',
  'fresh',
  'last',
  'blind',
  'wider',
  'harmless',
];
const name = process.env.TRIAGE_SETS ? `triage-${SETS.join('-')}` : 'triage';

type Language = (typeof LANGUAGES)[number];
/** Says how grave a text is. */
type Reading = (text: string) => Level;
/** What happens to a post: it is read in every language, whichever it is in. */
const asPost: Reading = (text) => weigh(text).level;
const asked =
  (language: Language): Reading =>
  (text) =>
    triage(text, language).level;

await report(name, async () => [
  ...SETS.flatMap((set) =>
    LANGUAGES.flatMap((language) => [
      ...quality(`${set}, ${language}`, sentences(set, language), asked(language)),
      ...quality(`${set}, ${language}, read as a post is`, sentences(set, language), asPost),
    ]),
  ),
  ...LANGUAGES.flatMap((language) => [
    speed(`lines a second, ${language}`, [language], asked(language)),
    speed(`lines a second, ${language}, read as posts are`, [language], asPost),
  ]),
  speed('texts a second, both languages mixed, read as posts are', LANGUAGES, asPost),
]);

function quality(where: string, texts: Sentence[], reading: Reading): Figure[] {
  const read = texts.map((each) => ({ ...each, found: reading(each.text) }));
  type Read = (typeof read)[number];
  const share = (what: string, among: (each: Read) => boolean, hit: (each: Read) => boolean): Figure => {
    const all = read.filter(among);
    const hits = all.filter(hit).length;
    const [low, high] = wilson(hits, all.length).map((each) => each.toFixed(0));
    const value = (100 * hits) / Math.max(all.length, 1);
    return {
      what: `${where}: ${what}`,
      value,
      unit: '%',
      note: `${hits} of ${all.length}; 95 % of ${low} to ${high}`,
    };
  };
  const is = (level: Level) => (each: Sentence) => each.level === level;
  const figures = [
    share('urgent found as urgent', is('urgent'), ({ found }) => found === 'urgent'),
    share('urgent found at all', is('urgent'), ({ found }) => found !== 'none'),
    share('concern found at all', is('concern'), ({ found }) => found !== 'none'),
    share('concern found as concern', is('concern'), ({ found }) => found === 'concern'),
    share('none taken for anything', is('none'), ({ found }) => found !== 'none'),
    share('none taken for urgent', is('none'), ({ found }) => found === 'urgent'),
    share(
      'not urgent taken for urgent',
      ({ level }) => level !== 'urgent',
      ({ found }) => found === 'urgent',
    ),
  ];
  return figures.filter(({ note }) => !note?.startsWith('0 of 0;'));
}

/** All sentences of some languages, again and again for two seconds of processor time. */
function speed(what: string, languages: readonly Language[], reading: Reading): Figure {
  const texts = SETS.flatMap((set) => languages.flatMap((language) => sentences(set, language)));
  for (const { text } of texts) reading(text);
  const began = process.cpuUsage();
  let read = 0;
  let spent = 0;
  while (spent < 2e6) {
    for (const { text } of texts) reading(text);
    read += texts.length;
    const { user, system } = process.cpuUsage(began);
    spent = user + system;
  }
  return { what, value: read / (spent / 1e6), unit: '/s', least: 2000, note: 'of processor time' };
}
