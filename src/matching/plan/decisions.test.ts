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

const aWeekAfter = (at: string) => new Date(Date.parse(at) + 7 * 86_400_000).toISOString().slice(0, 10);

describe('what she decided', () => {
  it('stays decided: done and declined never return, put off returns on its day, nothing done is lost', () => {
    fc.assert(
      fc.property(anySeeker, anyOptions, anyDecisions, (seeker, options, decisions) => {
        const plan = makePlan(seeker, options, decisions);
        for (const { key } of plan.steps) {
          const decision = decisions.get(key);
          if (decision) {
            expect(decision.state).toBe('not-now');
            expect((decision.until ?? aWeekAfter(decision.at)) <= TODAY).toBe(true);
          }
        }
        const states = [...decisions.values()].map((decision) => decision.state);
        expect(plan.done.length).toBe(states.filter((state) => state === 'done').length);
        for (const { until } of plan.putOff) expect(until > TODAY).toBe(true);
      }),
      runs,
    );
  });

  it('replaces a declined step by the next of its kind, and never leaves a kind out while anything is left', () => {
    fc.assert(
      fc.property(anySeeker, anyOptions, fc.nat(6), (seeker, options, index) => {
        const before = makePlan(seeker, options);
        const step = before.steps[index];
        if (!step) return;
        const after = makePlan(seeker, options, new Map([[step.key, { state: 'declined', at: TODAY }]]));
        expect(after.steps.map((one) => one.key)).not.toContain(step.key);
        if (step.key !== 'online:start' && step.key !== 'circle:start' && step.key !== 'peer:pair') {
          expect(kindsOf(after.steps)).toEqual(every);
        }
        for (const kind of STEP_KINDS) {
          const shown = after.steps.some((one) => one.kind === kind);
          expect(shown).toBe(!after.setAside.includes(kind));
        }
      }),
      runs,
    );
  });

  it('puts a step off for a week when she named no day', () => {
    const plan = (at: string) =>
      makePlan(silentSeeker(TODAY), nothing, new Map([['family:note:meal', { state: 'not-now', at }]]));
    expect(plan('2026-11-20T10:00:00Z').putOff).toEqual([{ key: 'family:note:meal', until: '2026-11-27' }]);
    expect(plan('2026-11-15T10:00:00Z').steps.map((step) => step.key)).toContain('family:note:meal');
  });
});
