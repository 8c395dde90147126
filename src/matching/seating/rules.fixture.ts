import { expect } from 'vitest';
import { milesBetween } from '../distance.ts';
import { shiftSlots, zoneShift } from '../hours.ts';
import { isForLoss, isGrieving, isOnlyGrieving, isPainful, knownStages, stageRank } from '../stages.ts';
import { DEFAULT_MILES } from '../weights.ts';
import type { Topic } from '../words.ts';
import type {
  CircleFacilitator,
  ProposedCircle,
  SeatingInput,
  SeatingRound,
  WaitingMember,
} from './seating.ts';

/** Every hard rule, read from the input as it was given and not from what the search made of it. For tests. */
export function expectSound(input: SeatingInput, { circles, waiting }: SeatingRound): void {
  const all = [...circles.flatMap(({ members }) => members), ...waiting.map(({ id }) => id)];
  expect(all.sort()).toEqual(input.members.map(({ id }) => id).sort());
  for (const circle of circles) expectKept(input, circle);
  for (const one of input.facilitators) {
    const led = circles.filter(({ facilitators }) => facilitators.includes(one.id));
    expect(led.length).toBeLessThanOrEqual(one.circlesLeft);
    expect(new Set(led.map(({ slot }) => slot)).size).toBe(led.length);
  }
}

function expectKept({ members, facilitators, rules }: SeatingInput, circle: ProposedCircle): void {
  const hers = circle.members.map((id) => members.find((one) => one.id === id)!);
  const theirs = circle.facilitators.map((id) => facilitators.find((one) => one.id === id)!);
  expect(hers.length).toBeGreaterThanOrEqual(rules.lower);
  expect(hers.length).toBeLessThanOrEqual(rules.upper);
  expect(theirs.length).toBeGreaterThanOrEqual(rules.facilitators.least);
  expect(theirs.length).toBeLessThanOrEqual(rules.facilitators.most);
  const everybody = [...hers.map((one) => ({ ...one.self, ...one })), ...theirs];
  for (const one of everybody) {
    expect(isFree(one, circle, rules)).toBe(true);
    expect(speaks(one.languages, circle.language)).toBe(true);
    expect([circle.place, 'both', null, undefined]).toContain(one.meets);
    for (const other of everybody) {
      if (one !== other) expect(one.apart.has(other.id)).toBe(false);
    }
    if (circle.place === 'in-person') {
      const miles = milesBetween(one.place, circle.centre ?? null) ?? 0;
      const most = Math.min(one.maxMiles ?? DEFAULT_MILES, rules.maxMiles ?? Number.POSITIVE_INFINITY);
      expect(miles).toBeLessThanOrEqual(most + 1e-6);
    }
  }
  for (const one of theirs) for (const other of hers) expect(leads(one, other)).toBe(true);
  for (const one of hers)
    expectAmongHers(
      one,
      hers.filter((other) => other !== one),
    );
}

function isFree(
  { free, timeZone }: Pick<CircleFacilitator, 'free'> & { timeZone?: string | null },
  { slot }: ProposedCircle,
  { timeZone: here, today }: SeatingInput['rules'],
): boolean {
  return free.length === 0 || shiftSlots(free, zoneShift(timeZone ?? null, here, today)).includes(slot);
}

const speaks = (languages: string[], language: string | null): boolean =>
  languages.length === 0 || languages.some((one) => one.split('-')[0] === language);

const hasOf = ({ self, notAlone }: WaitingMember): Set<Topic> =>
  new Set([
    ...self.topics,
    ...notAlone,
    ...(isGrieving(self) ? (['loss'] as const) : []),
    ...(knownStages(self).some(({ kind }) => kind === 'adopting') ? (['adoption'] as const) : []),
  ]);

const leads = ({ topics }: CircleFacilitator, one: WaitingMember): boolean =>
  topics.length === 0 || hasOf(one).size === 0 || topics.some((topic) => hasOf(one).has(topic));

function expectAmongHers(one: WaitingMember, others: WaitingMember[]): void {
  for (const topic of one.notAlone) expect(others.some((other) => hasOf(other).has(topic))).toBe(true);
  const ranks = ranksOf(one);
  for (const other of others) {
    const lived = { stages: knownStages(other.self).map(({ kind }) => kind), topics: [...hasOf(other)] };
    if (isGrieving(one.self) || one.self.noCohorts) expect(isPainful(one.self, lived)).toBe(false);
    if (isOnlyGrieving(one.self)) {
      expect(isForLoss(lived)).toBe(true);
      expect(lived.stages).not.toContain('baby');
      expect(lived.stages).not.toContain('expecting');
    }
    const theirs = ranksOf(other);
    const bothGrieve = isGrieving(one.self) && isGrieving(other.self);
    if (ranks.length > 0 && theirs.length > 0 && !bothGrieve)
      expect(
        Math.min(...ranks.flatMap((here) => theirs.map((there) => Math.abs(here - there)))),
      ).toBeLessThanOrEqual(1);
  }
}

const ranksOf = ({ self }: WaitingMember): number[] =>
  knownStages(self).flatMap(({ kind }) => (kind === 'adopting' ? [] : (stageRank(kind) ?? [])));
