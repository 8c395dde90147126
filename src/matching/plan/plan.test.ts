import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDecisions, anyOptions, anySeeker } from '../arbitraries.ts';
import { TODAY } from '../examples.ts';
import { STEP_KINDS, silentSeeker } from '../index.ts';
import type { PlanOptions } from '../options.ts';
import { makePlan } from './plan.ts';

const nothing: PlanOptions = { circles: [], peers: [], services: [], online: [] };
const kindsOf = (steps: { kind: string }[]) => [...new Set(steps.map((step) => step.kind))].sort();
const every = [...STEP_KINDS].sort();
const runs = { numRuns: 200 };

describe('every plan for every mother', () => {
  it('covers all five kinds with five to seven steps, two of a kind at most', () => {
    fc.assert(
      fc.property(anySeeker, anyOptions, (seeker, options) => {
        const { steps, setAside } = makePlan(seeker, options);
        expect(kindsOf(steps)).toEqual(every);
        expect(setAside).toEqual([]);
        expect(steps.length).toBeGreaterThanOrEqual(5);
        expect(steps.length).toBeLessThanOrEqual(7);
        for (const kind of STEP_KINDS) {
          expect(steps.filter((step) => step.kind === kind).length).toBeLessThanOrEqual(2);
        }
      }),
      runs,
    );
  });

  it('covers a mother who told us nothing, where there is nothing', () => {
    const { steps, done, putOff, gentle } = makePlan(silentSeeker(TODAY), nothing);
    expect(kindsOf(steps)).toEqual(every);
    expect({ done, putOff, gentle }).toEqual({ done: [], putOff: [], gentle: false });
    expect(steps.map((step) => step.key)).toEqual([
      'family:note:meal',
      'circle:start',
      'peer:pair',
      'professional:doctor',
      'online:start',
    ]);
  });

  it('begins with something that can be done today, whatever she has decided', () => {
    fc.assert(
      fc.property(anySeeker, anyOptions, anyDecisions, (seeker, options, decisions) => {
        const [first] = makePlan(seeker, options, decisions).steps;
        if (!first) return;
        expect(first.doableToday).toBe(true);
        expect(first.minutes).toBeLessThanOrEqual(15);
      }),
      runs,
    );
  });

  it('begins with preparing, when everything left must wait for somebody', () => {
    const declined = (key: string) => [key, { state: 'declined' as const, at: TODAY }] as const;
    const all = ['circle:start', 'online:start', 'professional:doctor', 'professional:help-now'];
    const notes = ['meal', 'sleep-hour', 'errand', 'listen'].map((prompt) => `family:note:${prompt}`);
    const plan = makePlan(silentSeeker(TODAY), nothing, new Map([...all, ...notes].map(declined)));
    expect(plan.steps).toMatchObject([
      { key: 'peer:pair', doableToday: true, firstStep: { key: 'plan-steps.prepare.first' } },
    ]);
    expect([...plan.setAside].sort()).toEqual(['circle', 'family', 'online', 'professional']);
  });

  it('does not depend on the order anything comes in', () => {
    const shuffled = fc.tuple(anySeeker, anyOptions, anyDecisions).chain(([seeker, options, decisions]) => {
      const mix = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length });
      const mixed = fc.record({
        circles: mix(options.circles),
        peers: mix(options.peers),
        services: mix(options.services),
        online: mix(options.online),
      });
      const mixedDecisions = mix([...decisions]).map((entries) => new Map(entries));
      return fc.tuple(fc.constant({ seeker, options, decisions }), mixed, mixedDecisions);
    });
    fc.assert(
      fc.property(shuffled, ([{ seeker, options, decisions }, mixed, mixedDecisions]) => {
        expect(makePlan(seeker, mixed, mixedDecisions)).toEqual(makePlan(seeker, options, decisions));
      }),
      runs,
    );
  });

  it('offers no step twice, and no circle in two forms', () => {
    fc.assert(
      fc.property(anySeeker, anyOptions, anyDecisions, (seeker, options, decisions) => {
        const { steps } = makePlan(seeker, options, decisions);
        expect(new Set(steps.map((step) => step.key)).size).toBe(steps.length);
        const circles = steps.filter((step) => step.key.startsWith('circle:') && step.subjectId !== null);
        expect(new Set(circles.map((step) => step.subjectId)).size).toBe(circles.length);
      }),
      runs,
    );
  });

  it('never offers a peer who is blocked, asked or full', () => {
    fc.assert(
      fc.property(anySeeker, anyOptions, (seeker, options) => {
        for (const step of makePlan(seeker, options).steps) {
          if (step.action !== 'meet-peer') continue;
          const peer = options.peers.find((one) => one.id === step.subjectId);
          expect(peer).toMatchObject({ blocked: false, requested: false });
          expect(peer?.spacesLeft).not.toBe(0);
        }
      }),
      runs,
    );
  });
});
