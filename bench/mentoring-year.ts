// A year of 1 000 mothers and 300 mentors, the same for each way of bringing them together: the engine's rounds beside
// first-come matching. Three years that differ by their seed; figures are their means. Draws bench/mentoring-year.svg.
import { writeFileSync } from 'node:fs';
import { proposeRound, scoreAll } from '../src/matching/index.ts';
import { projectFile } from '../src/platform/config/paths.ts';
import { type Column, drawBars } from './kit/bars.ts';
import { fewestLate } from './kit/mentoring-hindsight.ts';
import { mentors, mothers } from './kit/mentoring-people.ts';
import { bestFree, firstAllowed, program, rounds } from './kit/mentoring-policies.ts';
import { type Policy, playYear, type Year } from './kit/mentoring-year.ts';
import { type Figure, report } from './kit/report.ts';

const SEEDS = [1, 2, 3];
const POLICIES: Policy[] = [firstAllowed, bestFree, rounds(1), rounds(7)];

const mean = (list: number[]): number => list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);
const upTo = (share: number, list: number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(share * (list.length - 1))] ?? 0;

/** What is told of a year. */
const MEASURES: { what: string; unit: string; of: (year: Year) => number; most?: number }[] = [
  { what: 'mean score', unit: '', of: ({ scores }) => mean(scores) },
  { what: 'the worst tenth scores at most', unit: '', of: ({ scores }) => upTo(0.1, scores) },
  { what: 'mean waiting', unit: 'days', of: ({ waits }) => mean(waits) },
  { what: 'nine in ten wait at most', unit: 'days', of: ({ waits }) => upTo(0.9, waits) },
  { what: 'wait longer than the seven days promised', unit: '%', of: ({ waits }) => 100 * late(waits) },
  {
    what: 'of those who ask the first time',
    unit: 'mothers',
    of: ({ firstWaits }) => firstWaits.filter(isLate).length,
  },
  { what: 'asked for somebody else', unit: 'pairs', of: ({ parted }) => parted },
  { what: 'said no', unit: 'pairs', of: ({ declined }) => declined },
  { what: 'met silence', unit: 'pairs', of: ({ silent }) => silent },
  { what: 'beyond what a mentor offered', unit: 'times', of: ({ overload }) => overload, most: 0 },
  { what: 'still waiting at the end', unit: 'mothers', of: ({ stillWaiting }) => stillWaiting.length },
];
/** Those that are drawn: score, waiting, the promise, and asking for somebody else. */
const DRAWN = new Set([0, 1, 2, 4, 6]);
const isLate = (days: number): boolean => days > program.promisedDays;
const late = (waits: number[]): number => waits.filter(isLate).length / Math.max(1, waits.length);

await report('mentoring-year', async () => {
  const told = POLICIES.map((policy) => {
    const years = SEEDS.map((seed) => playYear(mothers(1000, seed), mentors(300, 100 + seed), policy, seed));
    return { policy, values: MEASURES.map(({ of }) => years.map(of)) };
  });
  const columns = MEASURES.map(
    ({ what, unit }, at): Column => ({
      title: what,
      unit,
      bars: told.map(({ policy, values }) => ({ name: policy.name, value: mean(values[at]!) })),
    }),
  );
  writeFileSync(
    projectFile('bench', 'mentoring-year.svg'),
    drawBars(columns.filter((_column, at) => DRAWN.has(at))),
  );
  return [...told.flatMap(({ policy, values }) => figuresOf(policy.name, values)), best(), ...speed()];
});

/** What no way of matching can better: for these mothers there is nobody in the whole program within the promise. */
function best(): Figure {
  const counts = SEEDS.map((seed) => fewestLate(mothers(1000, seed), mentors(300, 100 + seed)));
  const what = 'whoever matches: longer than promised the first time, at least';
  return { what, value: mean(counts), unit: 'mothers', note: counts.join(', ') };
}

function figuresOf(policy: string, values: number[][]): Figure[] {
  return MEASURES.map(({ what, unit, most }, at) => ({
    what: `${policy}: ${what}`,
    value: mean(values[at]!),
    unit,
    ...(most === undefined ? {} : { most }),
    note: values[at]!.map((one) => Math.round(1000 * one) / 1000).join(', '),
  }));
}

/** Processor time of everything at once: 1 000 who wait, 300 who have room. */
function speed(): Figure[] {
  const mentees = mothers(1000, 1).map(({ mentee }) => mentee);
  const people = mentors(300, 101).map(({ mentor }) => mentor);
  const today = '2026-11-22';
  const timed = (what: string, most: number, work: () => string): Figure => {
    const began = process.cpuUsage();
    const note = work();
    const { user, system } = process.cpuUsage(began);
    return { what, value: (user + system) / 1e6, unit: 's', most, note };
  };
  const input = { program, mentees, mentors: people, today };
  return [
    timed(
      '1 000 × 300, every pair scored',
      2,
      () => `${scoreAll(program, mentees, people, today).length} may be`,
    ),
    timed('a round of them, without alternatives', 5, () => {
      const { pairs, optimal } = proposeRound({ ...input, alternatives: 0 });
      return `${pairs.length} pairs, ${optimal ? 'proven' : 'NOT PROVEN'}`;
    }),
    timed('the same with three alternatives each and what they cost', 30, () => {
      const { pairs, unmatched } = proposeRound(input);
      return `${[...pairs, ...unmatched].reduce((sum, one) => sum + one.alternatives.length, 0)} alternatives`;
    }),
  ];
}
