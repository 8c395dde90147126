import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDecisions, anyGrieving, anyOptions, anySeeker, TODAY } from '../arbitraries.ts';
import { STEP_KINDS, silentSeeker } from '../index.ts';
import type { PlanOptions } from '../options.ts';
import { makePlan } from './plan.ts';

const nothing: PlanOptions = { circles: [], peers: [], services: [], online: [] };
const kindsOf = (steps: { kind: string }[]) => [...new Set(steps.map((step) => step.kind))].sort();
const every = [...STEP_KINDS].sort();
const runs = { numRuns: 500 };

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
      'circle:start',
      'peer:pair',
      'family:note:meal',
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

describe('what she decided', () => {
  it('stays decided: done and declined never return, put off returns on its day, nothing done is lost', () => {
    fc.assert(
      fc.property(anySeeker, anyOptions, anyDecisions, (seeker, options, decisions) => {
        const plan = makePlan(seeker, options, decisions);
        for (const { key } of plan.steps) {
          const decision = decisions.get(key);
          if (decision) {
            expect(decision.state).toBe('not-now');
            expect(decision.until ?? '2026-11-08' <= TODAY).toBeTruthy();
            if (decision.until) expect(decision.until <= TODAY).toBe(true);
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

describe('a plan for somebody grieving', () => {
  it('has no baby, no milestone, no cohort and no bright word in it', () => {
    fc.assert(
      fc.property(anyGrieving, anyOptions, anyDecisions, (seeker, options, decisions) => {
        const plan = makePlan(seeker, options, decisions);
        expect(plan.gentle).toBe(true);
        const said = JSON.stringify(plan.steps.map(({ title, reasons, firstStep }) => [title, reasons, firstStep]));
        expect(said).not.toMatch(/reason\.(ages|stage|childcare)"|"(sleep|feeding|nicu|twins|birth-recovery)"/);
        expect(said).not.toMatch(/"plan-steps\.(hello|start|join\.first|doctor|pair|prepare|family)\b/);
        for (const step of plan.steps) {
          if (step.kind === 'family') expect(step.prompt).toMatch(/^loss-/);
          if (step.prefill) expect(step.prefill).toMatchObject({ stage: 'loss', topic: 'loss' });
          const circle = options.circles.find((one) => one.id === step.subjectId && step.key.startsWith('circle:'));
          expect(circle?.cohort ?? false).toBe(false);
          for (const stage of ['baby', 'expecting']) expect(circle?.stages ?? []).not.toContain(stage);
        }
      }),
      runs,
    );
  });

  it('stays quiet too when a loss is among other stages', () => {
    const seeker = { ...silentSeeker(TODAY), stages: [{ kind: 'baby', birthMonth: '2026-07' }, { kind: 'loss' }] };
    const plan = makePlan(seeker as Parameters<typeof makePlan>[0], nothing);
    expect(plan.gentle).toBe(true);
    expect(plan.steps[0]?.title.key).toBe('plan-steps.loss.start.title');
  });
});
