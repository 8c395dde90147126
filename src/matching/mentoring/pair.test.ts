import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { speak } from '../speaking.ts';
import { dana, maya, perinatal } from './examples.ts';
import type { Mentee } from './mentee.ts';
import type { Mentor } from './mentor.ts';
import type { Reader, Sentence } from './pair.ts';
import { usualProgram } from './program.ts';
import { suggestionsFor } from './score-all.ts';
import { reasonsFor, scorePair } from './score-pair.ts';
import { PAIR_WEIGHTS } from './weights.ts';

const textsOf = (locale: string): Record<string, string> =>
  Object.assign(
    {},
    ...['mentoring-reasons', 'plan-steps'].map((room) =>
      JSON.parse(readFileSync(new URL(`../../../locales/${locale}/${room}.json`, import.meta.url), 'utf8')),
    ),
  );
const texts = { en: textsOf('en'), es: textsOf('es') };
const inWords = (locale: 'en' | 'es', sentences: Sentence[]) =>
  sentences.map((one) =>
    speak(
      one,
      (key, values) =>
        String(new IntlMessageFormat(texts[locale][key] ?? `missing ${key}`, locale).format(values)),
      (code) => new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code,
      () => 'Who was with you',
    ),
  );
const why = (mentee: Partial<Mentee>, mentor: Partial<Mentor> = {}, program = perinatal) => {
  const result = scorePair(program, { ...maya, ...mentee }, { ...dana, ...mentor });
  return result.allowed ? null : result.why;
};
const score = (mentee: Partial<Mentee>, mentor: Partial<Mentor> = {}, program = perinatal) => {
  const result = scorePair(program, { ...maya, ...mentee }, { ...dana, ...mentor });
  return result.allowed ? result.score : Number.NaN;
};
const self = (more: Partial<Mentee['self']>) => ({ self: { ...maya.self, ...more } });

describe('Maya and Dana', () => {
  const said = (locale: 'en' | 'es', reader: Reader) =>
    inWords(locale, reasonsFor(perinatal, maya, dana, reader));

  test('suit each other, and each reads why in her own words', () => {
    expect(score({})).toBeGreaterThan(0.6);
    expect(said('en', 'mentee')).toEqual([
      'Has been there: anxiety or low mood',
      'Within 5 miles of you',
      'You are both free Tuesday evenings',
      'Knows what the first year is like',
    ]);
    expect(said('en', 'mentor')[0]).toBe('You have been there: anxiety or low mood');
    expect(said('es', 'mentee')).toEqual([
      'Ya lo vivió: la ansiedad o el desánimo',
      'A menos de 5 millas de ti',
      'Las dos tienen libres los martes por la noche',
      'Sabe cómo es el primer año',
    ]);
  });

  test('whatever is asked for is met without being named', () => {
    const asked: Partial<Mentee> = {
      requests: { ages: ['35-44'], faith: 'muslim', culture: ['c'], identity: ['i'] },
      answers: { with: ['alone'] },
      ...self({ topics: [], free: [], languages: ['es'] }),
    };
    const program = { ...perinatal, questions: [{ id: 'with', choices: ['alone', 'partner'], weight: 30 }] };
    const told: Mentor = {
      ...dana,
      about: { ageBand: '35-44', faith: 'muslim', culture: ['c'], identity: ['i'] },
      answers: { with: ['alone'] },
      stages: [],
      place: null,
    };
    const weights = { ...PAIR_WEIGHTS, language: 1, age: 90, faith: 80, culture: 70, identity: 60 };
    const sentences = reasonsFor(program, { ...maya, ...asked }, told, 'mentee', weights);
    expect(inWords('en', sentences)).toEqual([
      'Of an age you asked for',
      'Of the faith you asked for',
      'Knows the culture you asked for',
      'Shares who you are, as you asked',
    ]);
    const fewer = reasonsFor(program, { ...maya, ...asked, requests: {} }, told, 'mentee');
    expect(inWords('en', fewer)).toEqual([
      'You both gave the same answer: Who was with you',
      'You both speak Spanish',
    ]);
  });

  test('of experiences that count the same, the order in which they were named never shows', () => {
    const told = { ...dana, experiences: ['twins' as const, 'adoption' as const] };
    const named = (...topics: Mentee['self']['topics']) => ({ ...maya, ...self({ topics }) });
    const [first] = reasonsFor(perinatal, named('twins', 'adoption'), told, 'mentee');
    expect(reasonsFor(perinatal, named('adoption', 'twins'), told, 'mentee')[0]).toEqual(first);
  });

  test('where nothing is known, something is said all the same', () => {
    const nobody = { ...maya, ...self({ topics: [], free: [], stages: [], place: null }) };
    expect(inWords('en', reasonsFor(perinatal, nobody, dana, 'board'))).toEqual([
      'Has room, and nothing speaks against it',
    ]);
  });
});

test('hours are compared as the clocks stand on that day, and each reads her own', () => {
  const phoenix = { timeZone: 'America/Phoenix', free: ['2-afternoon' as const] };
  const late = self({ timeZone: 'America/New_York', free: ['2-evening'] });
  // 14:30 in Phoenix is 16:30 in New York in winter and 17:30 in summer: only then is it evening there.
  expect(score(self({ ...late.self, today: '2026-07-07' }), phoenix)).toBeGreaterThan(
    score(self({ ...late.self, today: '2026-12-08' }), phoenix),
  );
  const summer = { ...maya, ...self({ ...late.self, today: '2026-07-07' }) };
  const hours = (reader: Reader) =>
    inWords('en', reasonsFor(perinatal, summer, { ...dana, ...phoenix }, reader)).find((one) =>
      one.includes('free'),
    );
  expect(hours('mentee')).toBe('You are both free Tuesday evenings');
  expect(hours('mentor')).toBe('You are both free Tuesday afternoons');
  expect(hours('board')).toBe('Both are free Tuesday evenings, by the mother’s clock');
});

describe('hard rules', () => {
  const apart = (kind: 'blocked' | 'family' | 'declined') => ({
    apart: { ...maya.apart, [kind]: new Set(['dana']) },
  });
  const far = { place: { latitude: 40, longitude: -87.65 } };

  test('each forbids, and says which it was', () => {
    expect(why({ id: 'dana' })).toBe('self');
    expect(why(apart('blocked'))).toBe('blocked');
    expect(why(apart('family'))).toBe('family');
    expect(why(apart('declined'))).toBe('declined');
    expect(why(self({ languages: ['pl'] }))).toBe('language');
    expect(why({}, { trained: false })).toBe('untrained');
    expect(why({}, { recoveredSince: '2025-12' })).toBe('not-recovered');
    expect(why({}, { recoveredSince: null })).toBe('not-recovered');
    expect(why({}, { capacityLeft: 0 })).toBe('full');
    expect(why({}, { ...far, online: false })).toBe('far');
    expect(why({}, far)).toBeNull();
    expect(why({}, far, { ...perinatal, meets: 'in-person' })).toBe('far');
    expect(why({}, { online: false }, { ...perinatal, meets: 'online' })).toBe('format');
    expect(why({}, { recoveredSince: '2025-11' })).toBeNull();
    expect(why({}, { recoveredSince: null, trained: false }, usualProgram('career'))).toBeNull();
  });

  test('what either has ruled out', () => {
    expect(why({ ruledOut: { topics: ['nicu'] } })).toBe('ruled-out');
    expect(why({ ruledOut: { stages: ['toddler'] } })).toBe('ruled-out');
    expect(why({ ruledOut: { ages: ['25-34'] } }, { about: { ageBand: '25-34' } })).toBe('ruled-out');
    expect(why({ ruledOut: { faiths: ['catholic'] } }, { about: { faith: 'catholic' } })).toBe('ruled-out');
    expect(why({}, { ruledOut: { topics: ['sleep'] } })).toBe('ruled-out');
    expect(why({}, { ruledOut: { stages: ['baby'] } })).toBe('ruled-out');
    expect(why({ ruledOut: { ages: ['25-34'], faiths: ['catholic'] } })).toBeNull();
  });

  test('nobody who grieves is sent to where it hurts, unless that mentor has been there', () => {
    const grief = self({ stages: [{ kind: 'loss' }], topics: [] });
    const expecting: Partial<Mentor> = {
      stages: [{ kind: 'expecting', dueMonth: '2027-01' }],
      experiences: [],
    };
    expect(why(grief)).toBe('hurts');
    expect(why(grief, expecting)).toBe('hurts');
    expect(why(grief, { ...expecting, experiences: ['loss'] })).toBeNull();
    expect(why(grief, { stages: [], experiences: [] })).toBeNull();
    expect(why(grief, { stages: [], experiences: ['loss'], ruledOut: { topics: ['loss'] } })).toBe(
      'ruled-out',
    );
    const been = scorePair(perinatal, { ...maya, ...grief }, { ...dana, experiences: ['loss', 'nicu'] });
    expect(been.allowed && inWords('en', been.reasons)).toContain('Has lived through a loss too');
    expect(been.allowed && inWords('en', been.reasons).join()).not.toMatch(/NICU|year|little/);
    // And a mentor who lives with a loss today is not given a mother with a baby.
    expect(why({}, { stages: [{ kind: 'loss' }] })).toBe('hurts');
  });
});

describe('the score', () => {
  test('rises with what is shared, most by what is hardest to tell', () => {
    const named = self({ topics: ['nicu', 'sleep'] });
    const none = score(named, { experiences: ['money'] });
    const sleep = score(named, { experiences: ['sleep'] });
    const nicu = score(named, { experiences: ['nicu'] });
    expect(none).toBeLessThan(score(named, { experiences: [] }));
    expect(score(named, { experiences: [] })).toBeLessThan(sleep);
    expect(sleep).toBeLessThan(nicu);
    expect(nicu).toBeLessThan(score(named, { experiences: ['nicu', 'sleep'] }));
    expect(score({}, { free: ['1-morning'] })).toBeLessThan(score({}, { free: [] }));
    expect(score(self({ languages: ['es', 'en'] }))).toBeGreaterThan(
      score(self({ languages: ['pl', 'en'] })),
    );
  });

  test('an online wish and a wish to meet count, and only then is far against it', () => {
    const far = { latitude: 40, longitude: -87.65 };
    expect(score(self({ meets: 'in-person' }), { place: far })).toBeLessThan(score({}, { place: far }));
    expect(score(self({ meets: 'online' }), { place: far })).toBeGreaterThan(score({}, { place: far }));
    expect(score({}, { place: null })).toBe(score({}, { place: far }));
  });
});

test('up to three suggestions: best first, of equals who has more room, whatever the order', () => {
  const mentors: Mentor[] = [
    { ...dana, id: 'a', experiences: [] },
    { ...dana, id: 'b' },
    { ...dana, id: 'c', capacityLeft: 2 },
    { ...dana, id: 'full', capacityLeft: 0 },
    { ...dana, id: 'd', experiences: ['low-mood', 'sleep'] },
  ];
  const shown = suggestionsFor(perinatal, maya, mentors);
  expect(shown.map(({ mentorId }) => mentorId)).toEqual(['d', 'c', 'b']);
  expect(suggestionsFor(perinatal, maya, mentors.reverse())).toEqual(shown);
});
