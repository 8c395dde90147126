import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCircle, anyGrieving, anySeeker } from './arbitraries.ts';
import { circleFit } from './circle-fit.ts';
import { milesBetween } from './distance.ts';
import type { CircleOption, Seeker } from './index.ts';

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
        if (circle.place === 'in-person' && miles !== null)
          expect(miles).toBeLessThanOrEqual(seeker.maxMiles ?? 25);
        if (circle.faith !== null) {
          expect(seeker.faith).not.toBe('none');
          expect(seeker.faith != null || seeker.topics.includes('faith')).toBe(true);
        }
        if (seeker.stages.some((stage) => stage.kind === 'loss')) expect(circle.cohort).toBe(false);
      }),
      { numRuns: 800 },
    );
  });

  it('keeps somebody whose only stage is loss from babies, in circle and in words', () => {
    fc.assert(
      fc.property(anyGrieving, anyCircle, (seeker, circle) => {
        const fit = circleFit(seeker, circle);
        if (fit === null) return;
        expect(circle.stages).not.toContain('baby');
        expect(circle.stages).not.toContain('expecting');
        expect([circle.cohort, circle.ageFromMonths, circle.ageToMonths]).toEqual([false, null, null]);
        const said = JSON.stringify(fit.reasons);
        expect(said).not.toMatch(/reason\.(ages|stage)"|sleep|feeding|nicu|twins|birth-recovery|childcare/);
      }),
      { numRuns: 800 },
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
      { numRuns: 800 },
    );
  });

  it('never ranks a circle below one made worse in some respect', () => {
    const worsened: Partial<CircleOption>[] = [
      { topics: [] },
      { active: false },
      { cost: 'paid' },
      { joining: 'request' },
      { facilitatorName: null },
      { childcare: false },
      { languages: ['es-MX'] },
    ];
    fc.assert(
      fc.property(anySeeker, anyCircle, fc.subarray(worsened, { minLength: 1 }), (seeker, circle, losses) => {
        const good: CircleOption = {
          ...circle,
          active: true,
          cost: 'free',
          childcare: true,
          facilitatorName: 'Rosa',
        };
        const better = {
          ...good,
          joining: 'open' as const,
          languages: seeker.languages,
          topics: seeker.topics,
        };
        const worse = Object.assign({}, better, ...losses);
        const [a, b] = [circleFit(seeker, better), circleFit(seeker, worse)];
        if (a !== null && b !== null) expect(a.score).toBeGreaterThanOrEqual(b.score);
        if (a !== null && b !== null && losses.some((loss) => loss.active === false)) {
          expect(a.score).toBeGreaterThan(b.score);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('a missing answer', () => {
  const silences: [string, Partial<Seeker>, string[]][] = [
    ['languages', { languages: [] }, ['language']],
    ['hours', { free: [] }, ['hours']],
    ['place', { place: null }, ['distance']],
    ['format', { meets: null }, ['format']],
  ];

  it.each(silences)(
    'of hers (%s) shuts no door and moves no circle past another',
    (_name, silence, terms) => {
      fc.assert(
        fc.property(anySeeker, anyCircle, (seeker, circle) => {
          const quiet = circleFit({ ...seeker, ...silence }, circle);
          if (circleFit(seeker, circle) !== null) expect(quiet).not.toBeNull();
          for (const term of quiet?.terms ?? []) if (terms.includes(term.term)) expect(term.value).toBe(0);
        }),
        { numRuns: 400 },
      );
    },
  );

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
        // Not saying that it is for loss does shut a door: grief is kept from babies unless loss is named.
        fc.pre(!circle.topics.includes('loss') || !('topics' in quiet));
        const said = circleFit(seeker, circle);
        const unsaid = circleFit(seeker, { ...circle, ...quiet });
        if (said === null) return;
        expect(unsaid).not.toBeNull();
        for (const [index, term] of (unsaid?.terms ?? []).entries()) {
          expect(term.value).toBeGreaterThanOrEqual(Math.min(0, said.terms[index]?.value ?? 0));
        }
      }),
      { numRuns: 400 },
    );
  });
});
