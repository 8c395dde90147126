import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCircle, anyGrieving, anySeeker, TODAY } from './arbitraries.ts';
import { circleFit } from './circle-fit.ts';
import { milesBetween } from './distance.ts';
import { byScoreThenId, fitOf } from './fit.ts';
import { type CircleOption, type Seeker, silentSeeker } from './index.ts';

export const nightFeeds: CircleOption = {
  id: 'night-feeds',
  name: 'Night Feeds, Lakeview',
  languages: ['en'],
  stages: ['baby'],
  ageFromMonths: 3,
  ageToMonths: 6,
  cohort: false,
  topics: ['sleep', 'low-mood'],
  latitude: 41.94,
  longitude: -87.655,
  region: 'IL',
  place: 'in-person',
  weekday: 2,
  startTime: '19:00',
  timeZone: 'America/Chicago',
  childcare: null,
  cost: 'free',
  faith: null,
  joining: 'open',
  spacesLeft: 3,
  facilitatorName: 'Rosa',
  alreadyMember: false,
  hasWritten: false,
  requested: false,
  active: true,
};

const maya: Seeker = {
  ...silentSeeker(TODAY),
  stages: [{ kind: 'baby', birthMonth: '2026-07' }],
  place: { country: 'US', region: 'IL', latitude: 41.9227, longitude: -87.6533 },
  supports: ['emotional'],
  topics: ['low-mood', 'sleep'],
  languages: ['en'],
  free: ['2-evening', '2-night', '5-night'],
  timeZone: 'America/Chicago',
};

const refused = (seeker: Partial<Seeker>, circle: Partial<CircleOption>) =>
  circleFit({ ...maya, ...seeker }, { ...nightFeeds, ...circle }) === null;

describe('a circle for Maya', () => {
  it('fits, and says why with the strongest reason first', () => {
    const fit = circleFit(maya, nightFeeds);
    expect(fit?.score).toBeGreaterThan(0.85);
    expect(fit?.reasons.slice(0, 4)).toEqual([
      { key: 'plan-steps.reason.ages', values: { from: 3, to: 6, unit: 'months' } },
      { key: 'plan-steps.reason.topics', values: { count: 2, first: 'low-mood', second: 'sleep' } },
      { key: 'plan-steps.reason.hours', values: { day: 2, part: 'evening' } },
      { key: 'plan-steps.reason.distance', values: { miles: 1 } },
    ]);
  });

  it.each<[string, Partial<Seeker>, Partial<CircleOption>]>([
    ['full', {}, { spacesLeft: 0 }],
    ['private', {}, { joining: 'private' }],
    ['no language in common', {}, { languages: ['pl'] }],
    ['baby too old', { stages: [{ kind: 'baby', birthMonth: '2026-04' }] }, {}],
    ['another stage', { stages: [{ kind: 'expecting', dueMonth: '2027-02' }] }, {}],
    ['beyond her limit', { maxMiles: 1 }, {}],
    ['beyond 25 miles', {}, { latitude: 42.4 }],
    ['a faith she did not ask for', {}, { faith: 'christian' }],
    ['another faith', { faith: 'muslim' }, { faith: 'christian' }],
    ['no faith wanted', { faith: 'none', topics: ['faith'] }, { faith: 'any' }],
    ['a cohort, with a loss among her stages', { stages: [...maya.stages, { kind: 'loss' }] }, { cohort: true }],
    ['babies, with loss alone', { stages: [{ kind: 'loss' }] }, { stages: ['loss', 'baby'] }],
    ['feeding talk, with loss alone', { stages: [{ kind: 'loss' }] }, { stages: [], topics: ['feeding'] }],
  ])('is refused: %s', (_why, seeker, circle) => {
    expect(refused(seeker, circle)).toBe(true);
  });

  it.each<[string, Partial<Seeker>, Partial<CircleOption>]>([
    ['a full one she is in already', {}, { spacesLeft: 0, alreadyMember: true }],
    ['far away, but online', {}, { place: 'online', latitude: 30 }],
    ['a regional spelling of her language', { languages: ['EN-us'] }, {}],
    ['one of several children', { stages: [{ kind: 'school-age' }, ...maya.stages] }, {}],
    ['faith asked for', { topics: ['faith'] }, { faith: 'christian' }],
    ['the age counts, whatever the word', { stages: [{ kind: 'baby', birthMonth: '2025-10' }] }, { ageToMonths: 18 }],
    ['loss alone, in a circle for loss', { stages: [{ kind: 'loss' }] }, { ...lossOnly() }],
  ])('is offered: %s', (_why, seeker, circle) => {
    expect(refused(seeker, circle)).toBe(false);
  });

  it('counts hours in her own zone', () => {
    const online = { ...nightFeeds, place: 'online' as const, weekday: 3 as const, startTime: '02:30' };
    const fit = circleFit(maya, { ...online, timeZone: 'Europe/Madrid' });
    expect(fit?.reasons).toContainEqual({ key: 'plan-steps.reason.hours', values: { day: 2, part: 'evening' } });
    expect(circleFit(maya, { ...online, timeZone: 'Mars/Olympus' })).not.toBeNull();
  });

  it('never guesses a birth from a due month gone by', () => {
    const overdue = { stages: [{ kind: 'expecting' as const, dueMonth: '2026-06' }] };
    expect(circleFit({ ...maya, ...overdue }, nightFeeds)?.terms.find((term) => term.term === 'stage')?.value).toBe(0);
  });

  it('measures known pairs to half a mile', () => {
    const chicago = { latitude: 41.8781, longitude: -87.6298 };
    const milwaukee = { latitude: 43.0389, longitude: -87.9065 };
    expect(Math.abs((milesBetween(chicago, milwaukee) ?? 0) - 81.4)).toBeLessThan(0.5);
    expect(milesBetween(chicago, { latitude: null, longitude: null })).toBeNull();
  });
});

function lossOnly(): Partial<CircleOption> {
  return { stages: ['loss'], ageFromMonths: null, ageToMonths: null, topics: ['loss'] };
}

describe('every circle for every mother', () => {
  it('breaks no hard rule', () => {
    fc.assert(
      fc.property(anySeeker, anyCircle, (seeker, circle) => {
        if (circleFit(seeker, circle) === null) return;
        const base = (codes: string[]) => codes.map((code) => code.slice(0, 2));
        const theirs = base(circle.languages);
        if (seeker.languages.length > 0 && theirs.length > 0) {
          expect(base(seeker.languages).some((code) => theirs.includes(code))).toBe(true);
        }
        if (!circle.alreadyMember) {
          expect(circle.spacesLeft).not.toBe(0);
          expect(circle.joining).not.toBe('private');
        }
        const miles = milesBetween(seeker.place, circle);
        if (circle.place === 'in-person' && miles !== null) expect(miles).toBeLessThanOrEqual(seeker.maxMiles ?? 25);
        if (circle.faith !== null) {
          expect(seeker.faith).not.toBe('none');
          expect(seeker.faith != null || seeker.topics.includes('faith')).toBe(true);
        }
        if (seeker.stages.some((stage) => stage.kind === 'loss')) expect(circle.cohort).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps somebody whose only stage is loss from babies, in circle and in words', () => {
    fc.assert(
      fc.property(anyGrieving, anyCircle, (seeker, circle) => {
        const fit = circleFit(seeker, circle);
        if (fit === null) return;
        expect(circle.stages).not.toContain('baby');
        expect(circle.stages).not.toContain('expecting');
        expect(circle.cohort).toBe(false);
        const said = JSON.stringify(fit.reasons);
        expect(said).not.toMatch(/reason\.(ages|stage)"|sleep|feeding|nicu|twins|birth-recovery|childcare/);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives scores within 0 and 1 and reasons only for what speaks for it', () => {
    fc.assert(
      fc.property(anySeeker, anyCircle, (seeker, circle) => {
        const fit = circleFit(seeker, circle);
        if (fit === null) return;
        expect(fit.score).toBeGreaterThanOrEqual(0);
        expect(fit.score).toBeLessThanOrEqual(1);
        for (const { value } of fit.terms) expect(Math.abs(value)).toBeLessThanOrEqual(1);
        expect(fit.reasons.length).toBeLessThanOrEqual(fit.terms.filter((term) => term.value > 0).length);
      }),
    );
  });

  it('never ranks a circle below one that it equals or betters in every term', () => {
    fc.assert(
      fc.property(anySeeker, anyCircle, anyCircle, (seeker, one, other) => {
        const [a, b] = [circleFit(seeker, one), circleFit(seeker, other)];
        if (a === null || b === null) return;
        const better = a.terms.every((term, index) => term.value >= (b.terms[index]?.value ?? 0));
        if (better) expect(a.score).toBeGreaterThanOrEqual(b.score);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(40), halves, halves), { minLength: 1 }), (pairs) => {
        const terms = (pick: (x: number, y: number) => number) =>
          pairs.map(([weight, x, y], index) => ({ term: `${index}`, weight, value: pick(x, y), reason: null }));
        const [high, low] = [fitOf(terms(Math.max)), fitOf(terms(Math.min))];
        expect(byScoreThenId({ id: 'z', ...high }, { id: 'a', ...low })).toBeLessThan(high.score === low.score ? 2 : 0);
        expect(high.score).toBeGreaterThanOrEqual(low.score);
      }),
    );
  });
});

const halves = fc.integer({ min: -2, max: 2 }).map((value) => value / 2);

describe('a missing answer', () => {
  const silences: [string, Partial<Seeker>, string[]][] = [
    ['languages', { languages: [] }, ['language']],
    ['hours', { free: [] }, ['hours']],
    ['place', { place: null }, ['distance']],
    ['format', { meets: null }, ['format']],
  ];

  it.each(silences)('of hers (%s) shuts no door and moves no circle past another', (_name, silence, terms) => {
    fc.assert(
      fc.property(anySeeker, anyCircle, (seeker, circle) => {
        const quiet = circleFit({ ...seeker, ...silence }, circle);
        if (circleFit(seeker, circle) !== null) expect(quiet).not.toBeNull();
        for (const term of quiet?.terms ?? []) if (terms.includes(term.term)) expect(term.value).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it("of a circle's is never worse than a bad answer, and shuts no door", () => {
    const silence: Partial<CircleOption>[] = [
      { languages: [] },
      { topics: [] },
      { latitude: null, longitude: null, region: null },
      { weekday: null },
      { startTime: null },
      { childcare: null },
      { cost: null },
      { active: null },
      { spacesLeft: null },
    ];
    fc.assert(
      fc.property(anySeeker, anyCircle, fc.constantFrom(...silence), (seeker, circle, quiet) => {
        const said = circleFit(seeker, circle);
        const unsaid = circleFit(seeker, { ...circle, ...quiet });
        if (said === null) return;
        expect(unsaid).not.toBeNull();
        for (const [index, term] of (unsaid?.terms ?? []).entries()) {
          expect(term.value).toBeGreaterThanOrEqual(Math.min(0, said.terms[index]?.value ?? 0));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
