import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TODAY } from '../examples.ts';
import { anyRound, anyWeights } from './arbitraries.ts';
import type { Mentee } from './mentee.ts';
import type { Mentor } from './mentor.ts';
import { proposeRound } from './propose-round.ts';
import type { Round, RoundInput } from './round.ts';
import { scorePair } from './score-pair.ts';
import { KEEPS_FREE, PROMISE_DUE, WAITING_A_DAY, weightsOf } from './weights.ts';
import { whatChanges } from './what-changes.ts';

const units = (score: number) => Math.round(10_000 * score);

/** What a mother's waiting is worth, reckoned here once more. */
function waiting({ program }: RoundInput, since: string): number {
  const days = { '2026-11-22': 0, '2026-11-19': 3, '2026-11-15': 7, '2026-09-01': 60 }[since]!;
  return units(WAITING_A_DAY * days + (days >= program.promisedDays - 1 ? PROMISE_DUE : 0));
}

const base = (code: string) => code.toLowerCase().split(/[-_]/)[0];

/** What a place is worth to those still to come, reckoned here once more: by the rarest language she does not need. */
function keptFree({ mentors }: RoundInput, mentee: Mentee, mentor: Mentor): number {
  const hers = mentee.self.languages.map(base);
  const others = mentor.languages.map(base).filter((language) => !hers.includes(language));
  const places = others.map((language) =>
    mentors
      .filter(({ languages }) => languages.some((one) => base(one) === language))
      .reduce((sum, { capacityLeft }) => sum + capacityLeft, 0),
  );
  return places.length === 0 ? 0 : units(KEEPS_FREE / (1 + Math.min(...places)));
}

interface Best {
  count: number;
  worth: number;
}
const isBetter = (a: Best, b: Best) => a.count > b.count || (a.count === b.count && a.worth > b.worth);

/** The best number and worth there are, by trying everything; `forced`: one pair that must be. */
function bestOf(input: RoundInput, forced?: readonly [string, string]): Best {
  const left = new Map(input.mentors.map(({ id, capacityLeft }) => [id, capacityLeft]));
  let best = { count: -1, worth: 0 };
  const go = (at: number, count: number, worth: number): void => {
    const mentee = input.mentees[at];
    if (!mentee) {
      if (isBetter({ count, worth }, best)) best = { count, worth };
      return;
    }
    if (forced?.[0] !== mentee.id) go(at + 1, count, worth);
    for (const mentor of input.mentors) {
      if (left.get(mentor.id) === 0 || (forced?.[0] === mentee.id && forced[1] !== mentor.id)) continue;
      const pair = scorePair(input.program, mentee, mentor);
      if (!pair.allowed) continue;
      left.set(mentor.id, left.get(mentor.id)! - 1);
      const price = keptFree(input, mentee, mentor);
      go(at + 1, count + 1, worth + units(pair.score) + waiting(input, mentee.waitingSince) - price);
      left.set(mentor.id, left.get(mentor.id)! + 1);
    }
  };
  go(0, 0, 0);
  return best;
}

function worthOf(input: RoundInput, { pairs }: Round): Best {
  const worth = pairs.reduce((sum, { menteeId, mentorId, score }) => {
    const mentee = input.mentees.find(({ id }) => id === menteeId)!;
    const mentor = input.mentors.find(({ id }) => id === mentorId)!;
    return sum + units(score) + waiting(input, mentee.waitingSince) - keptFree(input, mentee, mentor);
  }, 0);
  return { count: pairs.length, worth };
}

test('nothing that can be tried is better; what each alternative costs is what trying everything with it says', () => {
  let alternatives = 0;
  fc.assert(
    fc.property(anyRound, (input) => {
      const round = proposeRound({ ...input, alternatives: 9 });
      const best = bestOf(input);
      expect(worthOf(input, round)).toEqual(best);
      expect(round.optimal).toBe(true);
      for (const one of [...round.pairs, ...round.unmatched])
        for (const { mentorId, cost } of one.alternatives) {
          alternatives += 1;
          const otherwise = bestOf(input, [one.menteeId, mentorId]);
          expect(cost.mothers).toBe(best.count - otherwise.count);
          expect(units(cost.total)).toBe(best.worth - otherwise.worth);
        }
    }),
    { numRuns: 100 },
  );
  expect(alternatives).toBeGreaterThan(40);
});

test('every mother once, no mentor beyond what she offered, no pair that a rule forbids, reasons for all', () => {
  fc.assert(
    fc.property(anyRound, (input) => {
      const { pairs, unmatched } = proposeRound(input);
      const all = [...pairs, ...unmatched].map(({ menteeId }) => menteeId).sort();
      expect(all).toEqual(input.mentees.map(({ id }) => id).sort());
      for (const { id, capacityLeft } of input.mentors)
        expect(pairs.filter(({ mentorId }) => mentorId === id).length).toBeLessThanOrEqual(capacityLeft);
      for (const { menteeId, mentorId, score, reasons, alternatives } of pairs) {
        const mentee = input.mentees.find(({ id }) => id === menteeId)!;
        const mentor = input.mentors.find(({ id }) => id === mentorId)!;
        expect(scorePair(input.program, mentee, mentor)).toMatchObject({ allowed: true, score });
        expect(reasons.length).toBeGreaterThan(0);
        expect(alternatives.length).toBeLessThanOrEqual(3);
      }
      for (const { why } of unmatched) expect(why.key).toMatch(/^mentoring-reasons\.waiting\./);
    }),
    { numRuns: 60 },
  );
});

test('the order of the input decides nothing, not even a word of an explanation', () => {
  fc.assert(
    fc.property(anyRound, fc.nat(), (input, seed) => {
      const turned = <T>(list: readonly T[]) => {
        const at = list.length ? seed % list.length : 0;
        return [...list.slice(at), ...list.slice(0, at)].reverse();
      };
      const again = { ...input, mentees: turned(input.mentees), mentors: turned(input.mentors) };
      expect(proposeRound(again)).toEqual(proposeRound(input));
    }),
    { numRuns: 60 },
  );
});

test('pairs that are kept stay and take a place; to keep the best round’s own changes nothing', () => {
  fc.assert(
    fc.property(anyRound, fc.nat(), (input, seed) => {
      const best = proposeRound(input);
      const keep = best.pairs
        .filter((_pair, at) => (seed >> at) & 1)
        .map(({ menteeId, mentorId }): [string, string] => [menteeId, mentorId]);
      const again = proposeRound({ ...input, keep });
      expect(worthOf(input, again)).toEqual(worthOf(input, best));
      for (const [mentee, mentor] of keep)
        expect(again.pairs).toContainEqual(
          expect.objectContaining({ menteeId: mentee, mentorId: mentor, kept: true, alternatives: [] }),
        );
      for (const { id, capacityLeft } of input.mentors)
        expect(again.pairs.filter(({ mentorId }) => mentorId === id).length).toBeLessThanOrEqual(
          capacityLeft,
        );
    }),
    { numRuns: 60 },
  );
});

test('what other weights change: nobody where they are the same; never a worse round by their own measure', () => {
  fc.assert(
    fc.property(anyRound, anyWeights, (given, after) => {
      const input = { ...given, mentees: given.mentees.map((one) => ({ ...one, waitingSince: TODAY })) };
      const before = weightsOf(input.program);
      expect(whatChanges(input, before, before).changes).toEqual([]);
      const told = whatChanges(input, before, after);
      expect(told.after.matched).toBe(told.before.matched);
      expect(units(told.after.total)).toBeGreaterThanOrEqual(units(told.before.total));
      const fresh = new Map(
        proposeRound({ ...input, weights: after }).pairs.map((one) => [one.menteeId, one.mentorId]),
      );
      for (const one of told.changes) {
        expect(one.before).not.toBe(one.after);
        expect(fresh.get(one.menteeId) ?? null).toBe(one.after);
      }
    }),
    { numRuns: 60 },
  );
});
