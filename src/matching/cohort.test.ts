import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BirthWindow, cohortAge, cohortLimits, inWindow, monthAfter, monthsBetween } from './cohort.ts';

const SPRING = { from: '2026-03', to: '2026-05' };

describe('a cohort’s age', () => {
  test.each([
    ['2025-10-01', 'due'],
    ['2026-02-28', 'due'],
    ['2026-03-01', '0-6'],
    ['2026-10-31', '0-6'],
    ['2026-11-01', '6-12'],
    ['2027-04-30', '6-12'],
    ['2027-05-01', 1],
    ['2028-04-30', 1],
    ['2028-05-01', 2],
    ['2031-05-31', 5],
  ])('on %s is %s', (today, age) => {
    expect(cohortAge(SPRING, today)).toBe(age);
  });
});

const month = fc
  .tuple(fc.integer({ min: 2015, max: 2040 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, one]) => `${year}-${String(one).padStart(2, '0')}`);
const window = fc
  .tuple(month, fc.integer({ min: 0, max: 11 }))
  .map(([from, more]): BirthWindow => ({ from, to: monthAfter(from, more) }));
const STEPS = ['due', '0-6', '6-12'];
const stepOf = (age: ReturnType<typeof cohortAge>) =>
  typeof age === 'number' ? STEPS.length - 1 + age : STEPS.indexOf(age);

test('months add up, across every turn of a year', () => {
  fc.assert(
    fc.property(month, fc.integer({ min: -400, max: 400 }), (from, months) => {
      expect(monthsBetween(from, monthAfter(from, months))).toBe(months);
    }),
  );
});

test('it changes on the first of a month only, never goes back, and skips nothing', () => {
  fc.assert(
    fc.property(window, fc.integer({ min: -12, max: 120 }), (born, months) => {
      const now = monthAfter(born.from, months);
      const before = stepOf(cohortAge(born, `${monthAfter(now, -1)}-28`));
      const first = stepOf(cohortAge(born, `${now}-01`));
      expect(stepOf(cohortAge(born, `${now}-28`))).toBe(first);
      expect([0, 1]).toContain(first - before);
    }),
  );
});

test('nobody is called older than the youngest of its months would be', () => {
  fc.assert(
    fc.property(window, fc.integer({ min: 0, max: 120 }), (born, months) => {
      const today = `${monthAfter(born.from, months)}-15`;
      const age = cohortAge(born, today);
      const youngest = monthsBetween(born.to, today);
      if (typeof age === 'number') expect(age * 12).toBeLessThanOrEqual(youngest);
      if (age === '6-12') expect(youngest).toBeGreaterThanOrEqual(6);
    }),
  );
});

test('its ages are those of the children of its months, and it always is for somebody', () => {
  fc.assert(
    fc.property(
      window,
      fc.integer({ min: -10, max: 120 }),
      fc.integer({ min: 0, max: 11 }),
      (born, months, nth) => {
        const today = `${monthAfter(born.from, months)}-09`;
        const { stages, ageFromMonths, ageToMonths } = cohortLimits(born, today);
        expect(stages.length).toBeGreaterThan(0);
        const hers = monthAfter(born.from, nth);
        const age = monthsBetween(hers, today);
        if (!inWindow(hers, born) || age < 0) return;
        expect(ageFromMonths).toBeLessThanOrEqual(age);
        expect(ageToMonths).toBeGreaterThanOrEqual(age);
      },
    ),
  );
});
