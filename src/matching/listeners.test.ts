import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anySeeker } from './arbitraries.ts';
import { chooseListeners, type Listener } from './listeners.ts';
import { type Seeker, silentSeeker } from './seeker.ts';

const anywhere = { stages: [], topics: [] };
const seeker = (said: Partial<Seeker> = {}): Seeker => ({
  ...silentSeeker('2026-11-22'),
  languages: ['en'],
  ...said,
});
const listener = (id: string, said: Partial<Seeker> = {}, more: Partial<Listener> = {}): Listener => ({
  id,
  self: seeker(said),
  now: ['7-night'],
  asleep: false,
  askedLately: false,
  lastAsked: null,
  blocked: false,
  ...more,
});

describe('whom to ask for a first word', () => {
  const maya = seeker({ stages: [{ kind: 'baby', birthMonth: '2026-07' }], topics: ['sleep', 'low-mood'] });

  test('who has been there comes first, then who shares the stage, then who is awake by her own word', () => {
    const chosen = chooseListeners(
      maya,
      anywhere,
      [
        listener('stranger'),
        listener('awake', { free: ['7-night'] }),
        listener('same-stage', { stages: [{ kind: 'baby', birthMonth: '2026-06' }] }),
        listener('been-there', { topics: ['low-mood'] }),
      ],
      3,
    );
    expect(chosen).toEqual(['been-there', 'same-stage', 'awake']);
  });

  test('asleep, blocked, asked lately or of another tongue: never', () => {
    const never = [
      listener('a', { topics: ['sleep'] }, { asleep: true }),
      listener('b', { topics: ['sleep'] }, { blocked: true }),
      listener('c', { topics: ['sleep'] }, { askedLately: true }),
      listener('d', { topics: ['sleep'], languages: ['pl'] }),
    ];
    expect(chooseListeners(maya, anywhere, never, 3)).toEqual([]);
  });

  test('of equals the one asked longest ago', () => {
    const equals = [
      listener('a', {}, { lastAsked: 20 }),
      listener('b', {}, { lastAsked: 10 }),
      listener('c'),
    ];
    expect(chooseListeners(maya, anywhere, equals, 2)).toEqual(['c', 'b']);
  });

  test('a grieving mother is asked neither into a circle about babies nor to a mother of one; but where loss is spoken of', () => {
    const grieving = [listener('g', { stages: [{ kind: 'loss' }] })];
    const babies = { stages: ['baby' as const], topics: [] };
    expect(chooseListeners(seeker(), babies, grieving, 3)).toEqual([]);
    expect(chooseListeners(maya, anywhere, grieving, 3)).toEqual([]);
    const loss = { stages: [], topics: ['loss' as const] };
    expect(chooseListeners(seeker({ stages: [{ kind: 'loss' }] }), loss, grieving, 3)).toEqual(['g']);
  });

  test('one who grieves is not answered first by somebody who told us of everything but loss', () => {
    const asker = seeker({ stages: [{ kind: 'loss' }] });
    const others = [listener('told', { topics: ['feeding'] }), listener('silent')];
    expect(chooseListeners(asker, anywhere, others, 3)).toEqual(['silent']);
  });
});

const anyListener = (id: string): fc.Arbitrary<Listener> =>
  fc.record({
    id: fc.constant(id),
    self: anySeeker,
    now: fc.subarray<'7-night' | '1-night'>(['7-night', '1-night']),
    asleep: fc.boolean(),
    askedLately: fc.boolean(),
    lastAsked: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    blocked: fc.boolean(),
  });
const anyListeners = fc.tuple(...['a', 'b', 'c', 'd', 'e', 'f'].map(anyListener));

test('whatever they told us: no hard rule is broken, never more than wanted, and the order of the list never shows', () => {
  fc.assert(
    fc.property(anySeeker, anyListeners, fc.integer({ min: 0, max: 4 }), (asker, all, most) => {
      const chosen = chooseListeners(asker, anywhere, all, most);
      expect(chosen.length).toBeLessThanOrEqual(most);
      expect(new Set(chosen).size).toBe(chosen.length);
      for (const one of all.filter(({ id }) => chosen.includes(id)))
        expect(one.asleep || one.blocked || one.askedLately).toBe(false);
      expect(chooseListeners(asker, anywhere, [...all].reverse(), most)).toEqual(chosen);
      expect(chooseListeners(asker, anywhere, all, most + 1).slice(0, most)).toEqual(chosen);
    }),
  );
});
