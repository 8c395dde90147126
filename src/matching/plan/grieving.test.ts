import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDecisions, anyGrieving, anyOptions } from '../arbitraries.ts';
import { TODAY } from '../examples.ts';
import { type Seeker, silentSeeker } from '../index.ts';
import type { PlanOptions } from '../options.ts';
import { makePlan } from './plan.ts';

const nothing: PlanOptions = { circles: [], peers: [], services: [], online: [] };
const runs = { numRuns: 200 };

describe('a plan for somebody grieving', () => {
  it('has no baby, no milestone, no cohort and no bright word in it', () => {
    fc.assert(
      fc.property(anyGrieving, anyOptions, anyDecisions, (seeker, options, decisions) => {
        const plan = makePlan(seeker, options, decisions);
        expect(plan.gentle).toBe(true);
        const said = JSON.stringify(
          plan.steps.map(({ title, reasons, firstStep }) => [title, reasons, firstStep]),
        );
        expect(said).not.toMatch(
          /reason\.(ages|stage|childcare)"|"(sleep|feeding|nicu|twins|birth-recovery)"/,
        );
        expect(said).not.toMatch(/"plan-steps\.(hello|start|join\.first|doctor|pair|prepare|family)\b/);
        for (const step of plan.steps) {
          if (step.calendar) expect(step.calendar).toEqual({ occasion: 'loss', tasks: ['meal', 'company'] });
          else if (step.kind === 'family') expect(step.prompt).toMatch(/^loss-/);
          if (step.prefill) expect(step.prefill).toMatchObject({ stage: 'loss', topic: 'loss' });
          const circle = options.circles.find(
            (one) => one.id === step.subjectId && step.key.startsWith('circle:'),
          );
          expect(circle?.cohort ?? false).toBe(false);
          for (const stage of ['baby', 'expecting']) expect(circle?.stages ?? []).not.toContain(stage);
        }
      }),
      runs,
    );
  });

  it('stays quiet too when a loss is among other stages', () => {
    const stages: Seeker['stages'] = [{ kind: 'baby', birthMonth: '2026-07' }, { kind: 'loss' }];
    const plan = makePlan({ ...silentSeeker(TODAY), stages }, nothing);
    expect(plan.gentle).toBe(true);
    expect(plan.steps[0]?.title.key).toBe('plan-steps.loss.family.company.title');
    expect(plan.steps[1]?.title.key).toBe('plan-steps.loss.start.title');
  });
});
