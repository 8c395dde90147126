import { describe, expect, it } from 'vitest';
import { circleFit } from './circle-fit.ts';
import { milesBetween } from './distance.ts';
import { maya, nightFeeds } from './examples.ts';
import type { CircleOption, Seeker } from './index.ts';

const refused = (seeker: Partial<Seeker>, circle: Partial<CircleOption>) =>
  circleFit({ ...maya, ...seeker }, { ...nightFeeds, ...circle }) === null;

describe('a circle for Maya', () => {
  it('fits, and says why with the strongest reason first', () => {
    const fit = circleFit(maya, nightFeeds);
    expect(fit?.score).toBeGreaterThan(0.85);
    expect(fit?.reasons.slice(0, 4)).toEqual([
      { key: 'plan-steps.reason.ages', values: { from: 3, to: 6, unit: 'months' } },
      { key: 'plan-steps.reason.topics', values: { count: 2, first: 'low-mood', second: 'sleep' } },
      { key: 'plan-steps.reason.distance', values: { miles: 1 } },
      { key: 'plan-steps.reason.hours', values: { day: 2, part: 'evening' } },
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
    [
      'a cohort, with a loss among her stages',
      { stages: [...maya.stages, { kind: 'loss' }] },
      { cohort: true },
    ],
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
    [
      'the age counts, whatever the word',
      { stages: [{ kind: 'baby', birthMonth: '2025-10' }] },
      { ageToMonths: 18 },
    ],
    ['loss alone, in a circle for loss', { stages: [{ kind: 'loss' }] }, { ...lossOnly() }],
  ])('is offered: %s', (_why, seeker, circle) => {
    expect(refused(seeker, circle)).toBe(false);
  });

  it.each<[string, Partial<CircleOption>]>([
    ['other subjects', { topics: ['down-syndrome'] }],
    ['one subject in common instead of two', { topics: ['sleep'] }],
    ['no ages named', { ageFromMonths: null, ageToMonths: null }],
    ['farther', { latitude: 42.0 }],
    ['another hour', { weekday: 6 }],
    ['by request', { joining: 'request' }],
    ['silent for long', { active: false }],
    ['paid', { cost: 'paid' }],
    ['nobody named', { facilitatorName: null }],
  ])('ranks lower: %s', (_why, change) => {
    const worse = circleFit(maya, { ...nightFeeds, ...change });
    expect(worse?.score).toBeLessThan(circleFit(maya, nightFeeds)?.score ?? 0);
    expect(worse).not.toBeNull();
  });

  it('counts hours in her own zone', () => {
    const online = { ...nightFeeds, place: 'online' as const, weekday: 3 as const, startTime: '02:30' };
    const fit = circleFit(maya, { ...online, timeZone: 'Europe/Madrid' });
    expect(fit?.reasons).toContainEqual({
      key: 'plan-steps.reason.hours',
      values: { day: 2, part: 'evening' },
    });
    expect(circleFit(maya, { ...online, timeZone: 'Mars/Olympus' })).not.toBeNull();
  });

  it('never guesses a birth from a due month gone by', () => {
    const overdue = { stages: [{ kind: 'expecting' as const, dueMonth: '2026-06' }] };
    expect(
      circleFit({ ...maya, ...overdue }, nightFeeds)?.terms.find((term) => term.term === 'stage')?.value,
    ).toBe(0);
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
