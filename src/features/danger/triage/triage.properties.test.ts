import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentences } from '../../../../bench/kit/sentences.ts';
import { weigh } from '../weighing.ts';
import { triage } from './index.ts';

const language = fc.constantFrom('en' as const, 'es' as const);
/** Strings of anything, and strings of what the tables know. */
const scraps = fc.constantFrom(
  ...'want to die not never kill my self myself baby I no me quiero matar morir él said " “ ” . , ’ \n * k voices tell'.split(
    ' ',
  ),
  '\u200b',
  '\ud83d',
  '\u0301',
  'a'.repeat(200),
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(scraps, { maxLength: 60 }).map((list) => list.join(' ')),
  fc.array(scraps, { maxLength: 60 }).map((list) => list.join('')),
);

test('any text has an answer, the same each time, made of its own words', () => {
  fc.assert(
    fc.property(text, language, (words, lang) => {
      const found = triage(words, lang);
      expect(triage(words, lang)).toEqual(found);
      expect(found.phrases.length > 0).toBe(found.level !== 'none');
      for (const phrase of found.phrases) expect(phrase !== '' && words.includes(phrase)).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test('what she says after it does not hide what she said', () => {
  const harmless = fc.constantFrom(
    'The soup is on.',
    'It rained all day.',
    'We have a new stroller.',
    'Any tips?',
  );
  fc.assert(
    fc.property(fc.array(harmless, { maxLength: 8 }), (rest) => {
      expect(triage(['I want to kill myself.', ...rest].join(' '), 'en').level).toBe('urgent');
      expect(triage([...rest, 'I want to kill myself.'].join(' '), 'en').level).toBe('urgent');
    }),
    { numRuns: 100 },
  );
});

test('the work grows with the text, not faster', () => {
  const bad = ['i want to die ', '“', '"', "a'", '* ', 'not ', 'wish i was never not dead gone ', 'k '];
  const cost = (size: number, scrap: string): number => {
    const long = scrap.repeat(size / scrap.length);
    const before = process.cpuUsage();
    triage(long, 'en');
    return process.cpuUsage(before).user;
  };
  for (const scrap of bad) {
    cost(1 << 15, scrap);
    // 16 times the text: a square would cost 256 times as much. Processor time, for the machine may be busy.
    expect(cost(1 << 17, scrap), scrap).toBeLessThan(100 * Math.max(cost(1 << 13, scrap), 1_000));
  }
});

test('an everyday post, read in both languages as posts are, opens no case', () => {
  for (const language of ['en', 'es'] as const) {
    const read = sentences('harmless', language).filter(({ text }) => weigh(text).level === 'urgent');
    expect(read).toEqual([]);
  }
});
