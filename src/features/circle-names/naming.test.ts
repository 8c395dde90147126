import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthAfter } from '../../matching/index.ts';
import { translator } from '../../platform/i18n/index.ts';
import { circleName, type Nameable } from './naming.ts';

const en = { t: translator('en'), lang: 'en' };
const es = { t: translator('es'), lang: 'es-US' };
const cohort = (from: string, to: string, said: Partial<Nameable> = {}): Nameable => ({
  name: 'Cohort of 2026',
  ownName: false,
  born: { from, to },
  timeZone: 'America/Chicago',
  ...said,
});
const SPRING = cohort('2026-03', '2026-05');

describe('a cohort’s name', () => {
  test.each([
    ['2026-01-31', 'Due in spring 2026', 'A la espera para la primavera de 2026'],
    ['2026-03-01', 'Babies of spring 2026 · 0–6 months', 'Bebés de la primavera de 2026 · 0 a 6 meses'],
    ['2026-11-22', 'Babies of spring 2026 · 6–12 months', 'Bebés de la primavera de 2026 · 6 a 12 meses'],
    ['2027-05-01', 'Children of spring 2026 · one year', 'Niñas y niños de la primavera de 2026 · un año'],
    ['2028-05-01', 'Children of spring 2026 · two years', 'Niñas y niños de la primavera de 2026 · dos años'],
  ])('on %s, in both languages', (today, english, spanish) => {
    expect(circleName(en, SPRING, today)).toBe(english);
    expect(circleName(es, SPRING, today)).toBe(spanish);
  });

  test('says its months where they are no season, and where March is no spring', () => {
    const words = (circle: Nameable) => circleName(en, circle, '2027-01-01');
    expect(words(cohort('2026-04', '2026-04'))).toBe('Babies of April 2026 · 6–12 months');
    expect(words(cohort('2026-04', '2026-06'))).toMatch(/^Babies of April\s–\sJune 2026 · 6–12 months$/);
    expect(words({ ...SPRING, timeZone: 'Australia/Sydney' })).toMatch(/^Babies of March\s–\sMay 2026/);
    expect(words(cohort('2025-12', '2026-02'))).toBe('Babies of winter 2025–26 · 6–12 months');
  });

  test('keeps what its facilitators call it, and still grows', () => {
    const own = { ...SPRING, name: 'Lakeview Larks', ownName: true };
    expect(circleName(en, own, '2026-11-22')).toBe('Lakeview Larks · 6–12 months');
    expect(circleName(es, own, '2027-05-01')).toBe('Lakeview Larks · un año');
  });

  test('is another circle’s own name', () => {
    expect(circleName(en, { ...SPRING, born: null, ownName: true, name: 'Night Feeds' })).toBe('Night Feeds');
  });

  test('stays the same within a month, in both languages, and never says an unfilled word', () => {
    const any = fc.record({
      from: fc
        .tuple(fc.integer({ min: 2020, max: 2035 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
      wide: fc.integer({ min: 0, max: 11 }),
      after: fc.integer({ min: -10, max: 90 }),
    });
    fc.assert(
      fc.property(any, ({ from, wide, after }) => {
        const circle = cohort(from, monthAfter(from, wide));
        const month = monthAfter(from, after);
        for (const reader of [en, es]) {
          const name = circleName(reader, circle, `${month}-01`);
          expect(circleName(reader, circle, `${month}-28`)).toBe(name);
          expect(name).not.toMatch(/[{}]|undefined|NaN/);
          expect(name.length).toBeLessThan(90);
        }
      }),
    );
  });
});
