import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milesBetween } from '../distance.ts';
import { anyMentee, anyMentor, anyProgram, anyWeights } from './arbitraries.ts';
import type { Mentee } from './mentee.ts';
import type { Mentor } from './mentor.ts';
import { READERS } from './pair.ts';
import { scoreAll } from './score-all.ts';
import { reasonsFor, scorePair } from './score-pair.ts';
import { weightsOf } from './weights.ts';

const anyPair = fc.record({ program: anyProgram, mentee: anyMentee('m0'), mentor: anyMentor('d0') });

test('who may be matched breaks no hard rule', () => {
  fc.assert(
    fc.property(anyPair, ({ program, mentee, mentor }) => {
      const result = scorePair(program, mentee, mentor);
      if (!result.allowed) return;
      const { self, apart, ruledOut } = mentee;
      expect([apart.blocked, apart.family, apart.declined].some((set) => set.has('d0'))).toBe(false);
      expect(mentor.capacityLeft).toBeGreaterThan(0);
      if (program.trainingRequired) expect(mentor.trained).toBe(true);
      if (program.recoveredMonths)
        expect(mentor.recoveredSince && mentor.recoveredSince <= '2025-11').toBe(true);
      const hers = self.languages.map((code) => code.slice(0, 2));
      if (hers.length && mentor.languages.length)
        expect(hers.some((code) => mentor.languages.includes(code))).toBe(true);
      expect(mentor.experiences.filter((one) => ruledOut.topics?.includes(one))).toEqual([]);
      expect(self.topics.filter((one) => mentor.ruledOut.topics?.includes(one))).toEqual([]);
      if (mentor.about.ageBand) expect(ruledOut.ages ?? []).not.toContain(mentor.about.ageBand);
      if (mentor.about.faith) expect(ruledOut.faiths ?? []).not.toContain(mentor.about.faith);
      if (program.meets === 'online') expect(mentor.online).not.toBe(false);
      const miles = milesBetween(self.place, mentor.place);
      if (miles !== null && (mentor.online === false || program.meets === 'in-person'))
        expect(miles).toBeLessThanOrEqual(
          Math.min(program.maxMiles ?? 25, self.maxMiles ?? 999, mentor.maxMiles ?? 999),
        );
      const grief = self.stages.some(({ kind }) => kind === 'loss');
      const all = self.stages.every(({ kind }) => kind === 'loss' || kind === 'unsaid');
      const been = mentor.experiences.includes('loss') || mentor.stages.some(({ kind }) => kind === 'loss');
      if (grief && all && !been) {
        expect(mentor.experiences).toEqual([]);
        expect(mentor.stages.map(({ kind }) => kind)).not.toContain('trying');
      }
    }),
    { numRuns: 700 },
  );
});

type Silence = (mentee: Mentee, mentor: Mentor) => [Mentee, Mentor];
const without =
  (part: Partial<Mentee['self']>): Silence =>
  (mentee, mentor) => [{ ...mentee, self: { ...mentee.self, ...part } }, mentor];
const mentorWithout =
  (part: Partial<Mentor>): Silence =>
  (mentee, mentor) => [mentee, { ...mentor, ...part }];
const SILENCES: Record<string, Silence> = {
  'her topics': without({ topics: [] }),
  'her stages': without({ stages: [] }),
  'her languages': without({ languages: [] }),
  'her hours': without({ free: [] }),
  'her place': without({ place: null }),
  'how she meets': without({ meets: null }),
  'how far she goes': without({ maxMiles: null }),
  'her requests': (mentee, mentor) => [{ ...mentee, requests: {} }, mentor],
  'what she ruled out': (mentee, mentor) => [{ ...mentee, ruledOut: {} }, mentor],
  'her answers': (mentee, mentor) => [{ ...mentee, answers: {} }, mentor],
  experiences: mentorWithout({ experiences: [] }),
  stages: mentorWithout({ stages: [] }),
  languages: mentorWithout({ languages: [] }),
  hours: mentorWithout({ free: [] }),
  place: mentorWithout({ place: null }),
  'how far': mentorWithout({ maxMiles: null }),
  online: mentorWithout({ online: null }),
  about: mentorWithout({ about: {} }),
  'ruled out': mentorWithout({ ruledOut: {} }),
  answers: mentorWithout({ answers: {} }),
};

test('a missing answer never counts against anybody: it forbids nothing, and no term falls below neutral by it', () => {
  fc.assert(
    fc.property(
      anyPair,
      fc.constantFrom(...Object.keys(SILENCES)),
      ({ program, mentee, mentor }, silence) => {
        const before = scorePair(program, mentee, mentor);
        // Grief is guarded: of a mother who named a loss and nothing else nothing is guessed, nor is it of a mentor who
        // did not say that she has been there. That is care for one of the two, and counts against neither.
        if (silence === 'her stages' && mentee.self.topics.includes('loss')) return;
        if (silence === 'experiences' && mentor.experiences.includes('loss')) return;
        const after = scorePair(program, ...SILENCES[silence]!(mentee, mentor));
        if (!before.allowed) return;
        expect(after.allowed).toBe(true);
        if (!after.allowed) return;
        // Without the stage that says the same, her topics and a mentor's experiences are compared as they were said.
        const spoken = silence.endsWith('stages') ? 'experience' : null;
        for (const [at, { term, value }] of after.terms.entries())
          if (term !== spoken) expect(value).toBeGreaterThanOrEqual(Math.min(0, before.terms[at]!.value));
      },
    ),
    { numRuns: 700 },
  );
});

test('many at once score as each by itself; the order of lists within an answer changes neither score nor sentences', () => {
  const turned = <T>(list: readonly T[]) => [...list].reverse();
  fc.assert(
    fc.property(anyPair, anyWeights, ({ program, mentee, mentor }, weights) => {
      const one = scorePair(program, mentee, mentor, weights);
      const all = scoreAll(program, [mentee], [mentor], mentee.self.today, weights);
      expect(all).toEqual(one.allowed ? [{ menteeId: 'm0', mentorId: 'd0', score: one.score }] : []);
      const { self } = mentee;
      const her: Mentee = {
        ...mentee,
        self: { ...self, topics: turned(self.topics), stages: turned(self.stages), free: turned(self.free) },
      };
      const their: Mentor = {
        ...mentor,
        experiences: turned(mentor.experiences),
        stages: turned(mentor.stages),
        free: turned(mentor.free),
        languages: turned(mentor.languages),
      };
      for (const reader of READERS) {
        const sentences = reasonsFor(program, mentee, mentor, reader, weights);
        expect(reasonsFor(program, her, their, reader, weights)).toEqual(sentences);
        expect(sentences.length).toBeGreaterThan(0);
        expect(sentences.length).toBeLessThanOrEqual(4);
      }
    }),
    { numRuns: 150 },
  );
});

test('sentences come strongest first, from terms that speak for the pair, and tell nothing of who the other is', () => {
  fc.assert(
    fc.property(anyPair, ({ program, mentee, mentor }) => {
      const result = scorePair(program, mentee, mentor);
      if (!result.allowed) return;
      const strength = result.reasons.flatMap((reason) => {
        const term = result.terms.find((one) => JSON.stringify(one.reason) === JSON.stringify(reason));
        return term ? [term.weight * term.value] : [];
      });
      expect(strength).toEqual([...strength].sort((a, b) => b - a));
      expect(strength.every((one) => one > 0)).toBe(true);
      const told = JSON.stringify(result.reasons);
      expect(told).not.toMatch(/\d{4}-\d{2}|latitude|ageBand|\d\.\d/);
      const secrets = [mentor.id, mentor.about.faith, mentor.about.ageBand, ...(mentor.about.culture ?? [])];
      // 'any' is a word of sentences, too.
      for (const secret of secrets) if (secret && secret !== 'any') expect(told).not.toContain(`"${secret}"`);
      expect(result.score).toBeGreaterThanOrEqual(0);
      expect(result.score).toBeLessThanOrEqual(1);
      expect(weightsOf(program).experience).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});
