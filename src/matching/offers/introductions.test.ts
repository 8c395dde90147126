import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anySeeker } from '../arbitraries.ts';
import { milesBetween } from '../distance.ts';
import { silentSeeker } from '../seeker.ts';
import { HELP_LIMITS, HELP_THINGS, NEEDED, SLOTS, SUPPORTS } from '../words.ts';
import type { Asked, Offered } from './ask.ts';
import { introductions } from './introductions.ts';

const self = {
  ...silentSeeker('2026-11-22'),
  languages: ['en'],
  timeZone: 'America/Chicago',
  place: { country: 'US', region: 'IL', latitude: 41.94, longitude: -87.653 },
};
const meal: Asked = {
  kind: 'practical',
  thing: 'meal',
  needed: 'at',
  slots: ['4-evening'],
  noVisits: false,
  self,
};
const offer = (helperId: string, more: Partial<Offered> = {}): Offered => ({
  offerId: `offer-of-${helperId}`,
  helperId,
  kind: 'practical',
  things: [],
  free: [],
  languages: ['en'],
  latitude: null,
  longitude: null,
  online: false,
  maxMiles: null,
  notFor: [],
  spacesLeft: 1,
  may: true,
  declined: false,
  asleep: false,
  lastAsked: null,
  self: silentSeeker('2026-11-22'),
  ...more,
});
const asked = (ask: Asked, ...offers: Offered[]) =>
  introductions(ask, offers, 5).map(({ helperId }) => helperId);

describe('whom to ask for a meal on Thursday evening', () => {
  test('who cooks, is free then and lives near comes first; who said nothing is asked all the same', () => {
    const near = { latitude: 41.95, longitude: -87.66 };
    const chosen = introductions(
      meal,
      [
        offer('silent'),
        offer('near', near),
        offer('cooks', { things: ['meal'] }),
        offer('dana', { ...near, things: ['meal', 'ride'], free: ['4-evening'], languages: ['es', 'en'] }),
      ],
      4,
    );
    expect(chosen.map(({ helperId }) => helperId)).toEqual(['dana', 'cooks', 'near', 'silent']);
    expect(chosen[0]).toMatchObject({
      miles: 1,
      reasons: [
        { key: 'asks.reason.thing', values: { thing: 'meal' } },
        { key: 'asks.reason.hours', values: { day: 4, part: 'evening' } },
        { key: 'asks.reason.distance', values: { miles: 1 } },
      ],
    });
    expect(chosen[3]).toMatchObject({ miles: null, reasons: [{ key: 'asks.reason.practical' }] });
  });

  test('nobody is asked for what she did not offer, at hours she did not give, or further than she goes', () => {
    expect(
      asked(
        meal,
        offer('rides', { things: ['ride'] }),
        offer('mondays', { free: ['1-morning'] }),
        offer('far', { latitude: 42.3, longitude: -87.653 }),
        offer('listens', { kind: 'emotional' }),
        offer('polish', { languages: ['pl'] }),
        offer('full', { spacesLeft: 0 }),
        offer('said-no', { declined: true }),
        offer('apart', { may: false }),
      ),
    ).toEqual([]);
    expect(asked(meal, offer('far', { latitude: 42.3, longitude: -87.653, maxMiles: 40 }))).toEqual(['far']);
  });

  test('an hour is the same hour in her zone', () => {
    const late = { free: ['4-afternoon' as const], self: { ...self, timeZone: 'Pacific/Honolulu' } };
    expect(asked(meal, offer('west', late))).toEqual(['west']);
    expect(asked(meal, offer('here', { free: ['4-afternoon'] }))).toEqual([]);
  });
});

test('what she would rather not is never asked of her', () => {
  const limits = HELP_LIMITS.map((limit) => offer(limit, { notFor: [limit] }));
  const nights: Asked = { ...meal, slots: ['4-night'] };
  const grieving: Asked = { ...meal, self: { ...self, stages: [{ kind: 'loss' }] } };
  expect(asked({ ...meal, thing: 'childcare' }, ...limits)).toEqual(['loss', 'nights']);
  expect(asked({ ...meal, thing: 'company', noVisits: true }, ...limits)).toContain('homes');
  expect(asked({ ...meal, thing: 'company' }, ...limits)).not.toContain('homes');
  expect(asked(nights, ...limits)).not.toContain('nights');
  expect(asked(grieving, ...limits)).not.toContain('loss');
  expect(asked({ ...meal, thing: null }, ...limits)).toHaveLength(HELP_LIMITS.length);
});

test('who sleeps is not woken, unless she said that she listens at this hour; from afar there is no road', () => {
  const now: Asked = { ...meal, kind: 'emotional', thing: null, needed: 'now', slots: ['4-night'] };
  const listens = { kind: 'emotional', online: true, asleep: true, latitude: 30, longitude: -97 } as const;
  const chosen = introductions(now, [offer('a', listens), offer('b', { ...listens, free: ['4-night'] })], 3);
  expect(chosen.map(({ helperId }) => helperId)).toEqual(['b']);
  expect(chosen[0]!.reasons.map(({ key }) => key)).toContain('asks.reason.online');
});

test('a grieving helper is not sent to a mother of a baby, nor is grief heard by somebody who told us of all else', () => {
  const baby: Asked = { ...meal, self: { ...self, stages: [{ kind: 'baby', birthMonth: '2026-07' }] } };
  expect(asked(baby, offer('g', { self: { ...self, stages: [{ kind: 'loss' }] } }))).toEqual([]);
  const grief: Asked = { ...meal, kind: 'emotional', self: { ...self, stages: [{ kind: 'loss' }] } };
  const listens = { kind: 'emotional' } as const;
  expect(
    asked(
      grief,
      offer('told', { ...listens, self: { ...self, topics: ['feeding'] } }),
      offer('quiet', listens),
    ),
  ).toEqual(['quiet']);
});

const languages = fc.subarray(['en', 'es', 'pl']);
const spot = fc.oneof(
  fc.constant({ latitude: null, longitude: null }),
  fc.record({
    latitude: fc.double({ min: 41.7, max: 42.2, noNaN: true }),
    longitude: fc.double({ min: -88, max: -87.4, noNaN: true }),
  }),
);
const slots = fc.subarray([...SLOTS], { maxLength: 4 });
const anyAsk: fc.Arbitrary<Asked> = fc.record({
  kind: fc.constantFrom(...SUPPORTS),
  thing: fc.option(fc.constantFrom(...HELP_THINGS), { nil: null }),
  needed: fc.constantFrom(...NEEDED),
  slots,
  noVisits: fc.boolean(),
  self: fc.tuple(anySeeker, languages).map(([one, spoken]) => ({ ...one, languages: spoken })),
});
const anyOffer = (helperId: string, n: number): fc.Arbitrary<Offered> =>
  fc
    .record({
      // Nobody is a support volunteer twice: the second of a's offers has an id.
      offerId: n === 1 ? fc.constant('offer-1') : fc.constantFrom(null, `offer-${n}`),
      helperId: fc.constant(helperId),
      kind: fc.constantFrom(...SUPPORTS),
      things: fc.subarray([...HELP_THINGS], { maxLength: 3 }),
      free: slots,
      languages,
      online: fc.boolean(),
      maxMiles: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
      notFor: fc.subarray([...HELP_LIMITS], { maxLength: 1 }),
      spacesLeft: fc.integer({ min: 0, max: 2 }),
      may: fc.boolean(),
      declined: fc.boolean(),
      asleep: fc.boolean(),
      lastAsked: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
      self: anySeeker,
    })
    .chain((one) => spot.map((at) => ({ ...one, ...at })));
const anyOffers = fc.tuple(...['a', 'a', 'b', 'c', 'd', 'e'].map(anyOffer));

test('whatever they told us: no hard rule is broken, and the order of the list never shows', () => {
  fc.assert(
    fc.property(anyAsk, anyOffers, fc.integer({ min: 0, max: 4 }), (ask, all, most) => {
      const chosen = introductions(ask, all, most);
      expect(chosen.length).toBeLessThanOrEqual(most);
      expect(new Set(chosen.map(({ helperId }) => helperId)).size).toBe(chosen.length);
      for (const { helperId, offerId, reasons } of chosen) {
        const one = all.find((each) => each.helperId === helperId && each.offerId === offerId)!;
        expect([one.may, one.declined, one.kind]).toEqual([true, false, ask.kind]);
        expect(reasons.length).toBeGreaterThan(0);
      }
      const admitted = all.filter((one) => introductions(ask, [one], 1).length > 0);
      for (const one of admitted) {
        expect(one.spacesLeft).toBeGreaterThan(0);
        const spoken = ask.self.languages.filter((code) => one.languages.includes(code));
        if (ask.self.languages.length > 0 && one.languages.length > 0) expect(spoken).not.toEqual([]);
        const miles = milesBetween(ask.self.place, one);
        if (miles !== null && (ask.kind === 'practical' || !one.online))
          expect(miles).toBeLessThanOrEqual(one.maxMiles ?? 10);
        if (ask.thing && one.things.length > 0) expect(one.things).toContain(ask.thing);
      }
      expect(introductions(ask, [...all].reverse(), most)).toEqual(chosen);
      expect(introductions(ask, all, most + 1).slice(0, most)).toEqual(chosen);
    }),
    { numRuns: 600 },
  );
});

test('a missing answer never counts against anybody: it shuts no door, and no silence ranks below a bad answer', () => {
  const silences: Partial<Offered>[] = [
    { languages: [] },
    { free: [] },
    { latitude: null, longitude: null },
    { things: [] },
    { notFor: [] },
  ];
  fc.assert(
    fc.property(anyAsk, anyOffer('a', 1), fc.constantFrom(...silences), (ask, one, silence) => {
      // Only the hour she gave lets somebody asleep be woken.
      fc.pre(!(one.asleep && ask.needed === 'now' && 'free' in silence));
      if (introductions(ask, [one], 1).length === 0) return;
      expect(introductions(ask, [{ ...one, ...silence }], 1)).toHaveLength(1);
    }),
    { numRuns: 400 },
  );
});
