import { expect, test } from 'vitest';
import { TODAY } from '../examples.ts';
import { dana, maya, perinatal } from './examples.ts';
import type { Mentee } from './mentee.ts';
import type { Mentor } from './mentor.ts';
import { proposeRound } from './propose-round.ts';

const speaking = (id: string, languages: string[], more: Partial<Mentor> = {}): Mentor => ({
  ...dana,
  id,
  languages,
  ...more,
});
const asking = (id: string, languages: string[], waitingSince = TODAY): Mentee => ({
  ...maya,
  id,
  waitingSince,
  self: { ...maya.self, languages },
});
const round = (mentees: Mentee[], mentors: Mentor[]) =>
  proposeRound({ program: perinatal, mentees, mentors, today: TODAY });
const pairsOf = ({ pairs }: ReturnType<typeof round>) =>
  pairs.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`);

// By id alone ala would come first, and her hours are the better ones by a little.
const ala = speaking('ala', ['en', 'pl']);
const others = [speaking('bea', ['en']), speaking('cora', ['en'])];

test('the last who speaks Polish is kept for a mother who may need it, and the coordinator reads so', () => {
  const made = round([asking('maya', ['en'])], [ala, ...others]);
  expect(pairsOf(made)).toEqual(['maya bea']);
  const alternative = made.pairs[0]!.alternatives.find(({ mentorId }) => mentorId === 'ala')!;
  expect(alternative.keptFree).toEqual({
    key: 'mentoring-reasons.keeps',
    values: { language: 'pl', count: 1 },
  });
  expect(alternative.cost.total).toBeCloseTo(0.2);
  expect(made.pairs[0]!.alternatives.find(({ mentorId }) => mentorId === 'cora')!.keptFree).toBeNull();
});

test('she is not kept from who needs her, from who suits her far better, or from the only one there is', () => {
  expect(pairsOf(round([asking('maya', ['en']), asking('zofia', ['pl'])], [ala, ...others]))).toEqual([
    'maya bea',
    'zofia ala',
  ]);
  const strangers = others.map(
    (one): Mentor => ({ ...one, experiences: [], free: ['7-night'], online: false }),
  );
  expect(pairsOf(round([asking('maya', ['en'])], [ala, ...strangers]))).toEqual(['maya ala']);
  expect(pairsOf(round([asking('maya', ['en'])], [ala]))).toEqual(['maya ala']);
});

test('where many speak it, nothing is kept', () => {
  const many = Array.from({ length: 40 }, (_, at) => speaking(`z${at}`, ['en', 'es'], { online: false }));
  const best = speaking('ala', ['en', 'es'], { online: true });
  const made = round([asking('maya', ['en'])], [best, ...many]);
  expect(made.pairs[0]!.alternatives.every(({ keptFree }) => keptFree === null)).toBe(true);
});

test('the day before her promise ends she goes before one who asked yesterday and suits better', () => {
  const near = { ...asking('near', ['en'], '2026-11-16'), self: { ...maya.self, topics: [], free: [] } };
  const fresh = asking('fresh', ['en'], '2026-11-21');
  expect(pairsOf(round([near, fresh], [others[0]!]))).toEqual(['near bea']);
  const sooner = { ...near, waitingSince: '2026-11-19' };
  expect(pairsOf(round([sooner, fresh], [others[0]!]))).toEqual(['fresh bea']);
});
