// How long the exact best matching takes beside other solvers, on the same scores in the same run. Processor time, so
// that what else the machine does counts less. MATCHING_SIDE=2000 for a short run.
import munkres from 'munkres';
import { settleSquare } from '../src/matching/assignment/square-rows.ts';
import { assignTaken, type Objective, type Taken } from '../src/matching/index.ts';
import { everyPair, fewPairs, type Kind, square } from './kit/markets.ts';
import { type Figure, report } from './kit/report.ts';
import { type Solved, scipy } from './kit/scipy.ts';

const SIDE = Number(process.env.MATCHING_SIDE ?? 5000);
const KINDS: Kind[] = ['uniform', 'alike'];

await report('matching', async () => [
  ...KINDS.flatMap(dense),
  ...KINDS.flatMap((kind) => [2, 1, 0.8].map((places) => sparse(kind, places))),
]);

function timed(solve: () => number): Solved {
  const began = process.cpuUsage();
  const total = solve();
  const { user, system } = process.cpuUsage(began);
  return { seconds: (user + system) / 1e6, total };
}

function dense(kind: Kind): Figure[] {
  const scores = square(kind, SIDE);
  const what = `${SIDE} × ${SIDE}, ${kind}`;
  const whole = timed(() => solved(everyPair(scores, SIDE), 'most-matched-then-total'));
  const theirs = timed(() => byMunkres(scores));
  // The others are given a matrix and answer who is where; so is our solver here, and all the rest stands by itself.
  const ours = timed(() => bySquare(scores));
  const compiled = scipy(scores, SIDE);
  const figures: Figure[] = [
    { what: `${what}: ours, a matrix given`, value: ours.seconds, unit: 's' },
    beside(`${what}: the same beside munkres of npm`, ours, theirs, 1),
    { what: `${what}: ours, from pairs to proof`, value: whole.seconds, unit: 's' },
    beside(`${what}: from pairs to proof beside munkres, given a matrix`, whole, theirs),
  ];
  if (compiled) {
    const name = `SciPy ${compiled.version}`;
    figures.splice(2, 0, beside(`${what}: the same beside ${name}`, ours, compiled, 2));
    figures.push(beside(`${what}: from pairs to proof beside ${name}, given a matrix`, whole, compiled));
  } else console.log(`  ${what}: SciPy is not installed (apt-get install python3-scipy), so not compared`);
  return figures;
}

function beside(what: string, ours: Solved, other: Solved, most?: number): Figure {
  const agree = Math.abs(ours.total - other.total) <= 1e-9 * SIDE;
  const note = `${other.seconds.toFixed(2)} s; ${agree ? 'the same total' : `ANOTHER TOTAL: ${other.total}`}`;
  return { what, value: ours.seconds / other.seconds, unit: '×', ...(most && { most }), note };
}

function bySquare(scores: Float64Array): number {
  return settleSquare(scores, SIDE).at.reduce((sum, column, row) => sum + scores[row * SIDE + column]!, 0);
}

function byMunkres(scores: Float64Array): number {
  const cost = Array.from({ length: SIDE }, (_, row) =>
    Array.from(scores.subarray(row * SIDE, (row + 1) * SIDE), (score) => -score),
  );
  return munkres(cost).reduce((sum, [row, column]) => sum + scores[row * SIDE + column]!, 0);
}

function sparse(kind: Kind, places: number): Figure {
  const taken = fewPairs(kind, 100_000, 20_000, 30, places);
  const { seconds } = timed(() => solved(taken, 'most-matched-then-total'));
  const what = `100 000 mentees × 20 000 mentors × 30, ${kind}, ${places} places each`;
  return { what, value: seconds, unit: 's', most: 10, note: 'from pairs to proof' };
}

function solved(taken: Taken, objective: Objective): number {
  const { total, optimal } = assignTaken(taken, objective);
  if (!optimal) throw new Error('not proven');
  return total;
}
