import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { waitingMothers } from '../../../test/kit/waiting-mothers.ts';
import type { Stage } from '../seeker.ts';
import { silentSeeker } from '../seeker.ts';
import { speak } from '../speaking.ts';
import type { Slot, Topic } from '../words.ts';
import { checkCircle } from './check-circle.ts';
import { proposeCircles } from './propose-circles.ts';
import type { CircleFacilitator, SeatingInput, WaitingMember } from './seating.ts';

const TODAY = '2026-11-22';
const rules: SeatingInput['rules'] = {
  lower: 3,
  upper: 6,
  facilitators: { least: 1, most: 2 },
  meets: null,
  timeZone: 'America/Chicago',
  maxMiles: null,
  today: TODAY,
};
interface Told {
  topics?: Topic[];
  stages?: Stage[];
  languages?: string[];
  free?: Slot[];
  notAlone?: WaitingMember['notAlone'];
  apart?: string[];
  timeZone?: string;
  since?: string;
}
const mother = (id: string, told: Told = {}): WaitingMember => ({
  id,
  self: {
    ...silentSeeker(TODAY),
    topics: told.topics ?? [],
    stages: told.stages ?? [],
    languages: told.languages ?? ['es'],
    free: told.free ?? ['2-evening'],
    timeZone: told.timeZone ?? 'America/Chicago',
    meets: 'online',
  },
  notAlone: told.notAlone ?? [],
  apart: new Set(told.apart),
  waitingSince: told.since ?? TODAY,
});
const leader = (id: string, more: Partial<CircleFacilitator> = {}): CircleFacilitator => ({
  id,
  languages: ['es', 'en'],
  free: [],
  timeZone: null,
  place: null,
  maxMiles: null,
  meets: null,
  topics: [],
  circlesLeft: 1,
  apart: new Set(),
  ...more,
});
const propose = (members: WaitingMember[], facilitators = [leader('f')], more: Partial<typeof rules> = {}) =>
  proposeCircles({ members, facilitators, rules: { ...rules, ...more } });
const whyOf = (members: WaitingMember[], id: string, facilitators = [leader('f')]) =>
  propose(members, facilitators).waiting.find((one) => one.id === id)?.why;

test('three mothers, an hour, a language and somebody to lead are a circle', () => {
  const { circles, waiting } = propose([mother('a'), mother('b'), mother('c')]);
  expect(circles).toMatchObject([
    { members: ['a', 'b', 'c'], facilitators: ['f'], language: 'es', slot: '2-evening', place: 'online' },
  ]);
  expect(waiting).toEqual([]);
});

test('hours meet across zones: an afternoon in Chicago is a night in Madrid', () => {
  const there = mother('c', { free: ['2-night'], timeZone: 'Europe/Madrid' });
  const [circle] = propose([...['a', 'b'].map((id) => mother(id, { free: ['2-afternoon'] })), there]).circles;
  expect(circle).toMatchObject({ members: ['a', 'b', 'c'], slot: '2-afternoon' });
  const hers = circle!.reasonsFor.get('c')!.find(({ key }) => key === 'seating-reasons.hours');
  expect(hers).toMatchObject({ values: { day: 2, part: 'night', reader: 'member' } });
});

test('what fewer than three share is named to nobody, and to those who share it never how many they are', () => {
  const all = ['a', 'b', 'c', 'd'].map((id, at) => mother(id, { topics: at < 2 ? ['twins'] : ['nicu'] }));
  const [two] = propose(all).circles;
  expect(JSON.stringify([...two!.reasonsFor, two!.reasons, two!.topics])).not.toMatch(/twins|nicu/);
  const [three] = propose([...all, mother('e', { topics: ['nicu'] })]).circles;
  expect(three!.topics).toEqual(['nicu']);
  const told = (id: string) => three!.reasonsFor.get(id)!.map((one) => english(one));
  expect(told('e')).toContain('Others here share this with you: time in the NICU');
  expect(told('a').join()).not.toContain('NICU');
  // Nor in what is kept of it and handed to her with all that is hers.
  expect(JSON.stringify([...three!.reasonsFor])).not.toMatch(/"count":[1-9]/);
});

test('who grieves alone is seated with those who have lost too, and never among babies', () => {
  const baby: Stage[] = [{ kind: 'baby', birthMonth: '2026-08' }];
  const loss: Stage[] = [{ kind: 'loss' }];
  const babies = ['a', 'b', 'c'].map((id) => mother(id, { stages: baby }));
  const lost = ['x', 'y', 'z'].map((id) => mother(id, { stages: loss }));
  const { circles } = propose(
    [...babies, ...lost],
    [leader('f', { circlesLeft: 2, free: ['2-evening'] }), leader('g')],
  );
  expect(circles.map(({ members }) => members.join(''))).toEqual(['abc', 'xyz']);
  expect(whyOf([...babies, lost[0]!], 'x')).toBe('stage');
  expect(whyOf([mother('a'), mother('b'), lost[0]!], 'x')).toBe('stage');
});

test('each who stays is told the first thing for want of which there is no circle for her', () => {
  const two = [mother('a'), mother('b')];
  expect(whyOf(two, 'a')).toBe('few');
  expect(whyOf([...two, mother('c')], 'c', [])).toBe('facilitator');
  expect(whyOf([...two, mother('c', { languages: ['pl'] })], 'c')).toBe('language');
  expect(whyOf([...two, mother('c', { free: ['5-morning'] })], 'c')).toBe('hours');
  expect(whyOf([...two, mother('c', { apart: ['a'] })], 'c')).toBe('apart');
  expect(whyOf([...two, mother('c', { notAlone: ['twins'] })], 'c')).toBe('alone');
});

test('of two alike who has waited longer is seated', () => {
  const all = ['a', 'b', 'c', 'd'].map((id) => mother(id, { since: id === 'a' ? TODAY : '2026-10-01' }));
  expect(propose(all, undefined, { upper: 3 }).waiting).toMatchObject([{ id: 'a', why: 'room' }]);
});

test('a circle put together by hand is asked the same rules', () => {
  const members = [
    mother('a'),
    mother('b'),
    mother('c', { notAlone: ['twins'] }),
    mother('d', { apart: ['a'] }),
  ];
  const input = {
    members,
    facilitators: [leader('f'), leader('g', { circlesLeft: 0 })],
    rules: { ...rules, lower: 2 },
  };
  const check = (ids: string, lead = 'f', slot: Slot = '2-evening') =>
    checkCircle(input, { members: [...ids], facilitators: [lead], language: 'es', slot, place: 'online' });
  expect(check('ab')).toMatchObject({ circle: { members: ['a', 'b'], reasons: expect.anything() } });
  expect(check('a')).toEqual({ fault: 'few' });
  expect(check('abx')).toEqual({ fault: 'gone' });
  expect(check('abc')).toEqual({ fault: 'alone' });
  expect(check('abd')).toEqual({ fault: 'apart' });
  expect(check('ab', 'g')).toEqual({ fault: 'leads' });
  expect(check('ab', 'f', '5-morning')).toEqual({ fault: 'setting' });
});

const texts = Object.fromEntries(
  ['en', 'es'].map((locale) => [
    locale,
    Object.assign(
      {},
      ...['seating-reasons', 'plan-steps'].map((room) =>
        JSON.parse(readFileSync(new URL(`../../../locales/${locale}/${room}.json`, import.meta.url), 'utf8')),
      ),
    ) as Record<string, string>,
  ]),
);
const spoken = (locale: string, message: Parameters<typeof speak>[0]) =>
  speak(
    message,
    (key, values) =>
      String(new IntlMessageFormat(texts[locale]![key] ?? `missing ${key}`, locale).format(values)),
    (code) => code,
  );
const english = (message: Parameters<typeof speak>[0]) => spoken('en', message);

test('every sentence can be said in both languages, with nothing loud and no placeholder left', () => {
  const { circles, waiting } = proposeCircles(waitingMothers(40, 6), { work: 1e5 });
  const all = [
    ...circles.flatMap(({ reasons, reasonsFor }) => [...reasons, ...[...reasonsFor.values()].flat()]),
    ...waiting.flatMap(({ reason, reasonForHer }) => [reason, reasonForHer]),
  ];
  expect(all.length).toBeGreaterThan(60);
  for (const one of all)
    for (const locale of ['en', 'es'])
      expect(spoken(locale, one)).not.toMatch(/[{}!¡]|undefined|missing|seating-reasons|NaN/);
});
