import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOptions, anySeeker } from '../arbitraries.ts';
import { counselor, dana, helpline, maya, nightFeeds } from '../examples.ts';
import type { PlanOptions, ServiceOption } from '../options.ts';
import { know } from '../rules.ts';
import { isForOthers } from '../situations.ts';
import { makePlan } from './plan.ts';

const only = (...services: ServiceOption[]): PlanOptions => ({
  circles: [],
  peers: [],
  online: [],
  services,
});
const professional = (options: PlanOptions, seeker = maya) =>
  makePlan(seeker, options).steps.filter((step) => step.kind === 'professional');
const finder: ServiceOption = {
  ...counselor,
  id: 'finder',
  region: null,
  latitude: null,
  longitude: null,
  remote: false,
  openingsKnown: null,
  source: 'national',
};

describe('the professional of a plan', () => {
  it('is somebody near her with openings, then a list to look in; one helpline stands second', () => {
    const second = { ...helpline, id: 'another-line' };
    expect(professional(only(helpline, second, finder, counselor)).map((step) => step.key)).toEqual([
      'professional:service:belmont',
      'professional:helpline:another-line',
    ]);
    expect(professional(only(helpline, finder)).map((step) => step.key)).toEqual([
      'professional:service:finder',
      'professional:helpline:maternal-line',
    ]);
  });

  it('says what is true of it: the miles and the openings; a list has neither', () => {
    const [near] = professional(only(counselor));
    expect(near?.reasons.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['plan-steps.reason.distance', 'plan-steps.reason.openings']),
    );
    const [list] = professional(only(finder));
    expect(list).toMatchObject({ title: { key: 'plan-steps.find.title' }, doableToday: true });
    expect(list?.reasons.map(({ key }) => key).join()).not.toMatch(/remote|distance|openings/);
  });

  it('is her own doctor before a service about something she did not name', () => {
    const other = { ...counselor, topics: ['money' as const] };
    expect(professional(only(other))[0]?.key).toBe('professional:doctor');
  });

  it('is never two helplines, and a helpline is never first', () => {
    fc.assert(
      fc.property(anySeeker, anyOptions, (seeker, options) => {
        const steps = professional(options, seeker);
        const lines = steps.filter((step) => step.action === 'call-helpline');
        expect(lines.length).toBeLessThanOrEqual(1);
        const people = options.services.some(({ helpline: line }) => !line);
        if (seeker.topics.includes('low-mood') || (people && steps[0]?.action === 'call-service'))
          expect(steps[0]?.action).not.toBe('call-helpline');
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a plan proposes', () => {
  it('is not made for a situation of others', () => {
    const nicu = { ...nightFeeds, id: 'nicu', topics: ['nicu' as const, 'low-mood' as const] };
    const joelle = { ...dana, id: 'joelle', experiences: ['down-syndrome' as const] };
    const keys = makePlan(maya, { ...only(), circles: [nicu], peers: [joelle] }).steps.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['circle:start', 'peer:pair']));
    fc.assert(
      fc.property(anySeeker, anyOptions, (seeker, options) => {
        for (const step of makePlan(seeker, options).steps) {
          if (step.action !== 'join-circle' && step.action !== 'ask-to-join') continue;
          const circle = options.circles.find((one) => one.id === step.subjectId);
          expect(isForOthers(know(seeker), circle?.topics ?? [])).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is, among circles, the one of her own situation before one that shares only a subject', () => {
    const twins = { ...nightFeeds, id: 'twins', stages: [], topics: ['twins' as const, 'sleep' as const] };
    const her = { ...maya, topics: ['twins' as const, 'sleep' as const] };
    const ages = { ...nightFeeds, id: 'ages', topics: ['sleep' as const] };
    const nowhere = { ageFromMonths: null, ageToMonths: null };
    const plan = makePlan(her, { ...only(), circles: [ages, { ...twins, ...nowhere }] });
    expect(plan.steps[0]?.key).toBe('circle:join:twins');
  });
});
