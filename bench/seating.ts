// Circles from a waiting list with hours, languages and those who lead: how near a proven optimum, how long many take.
// Processor time, so that what else the machine does counts less. SEATING_SIZE=500 for a short run.
import { proposeCircles } from '../src/matching/index.ts';
import { provenSeating } from '../test/kit/proven-seating.ts';
import { waitingMothers } from '../test/kit/waiting-mothers.ts';
import { type Figure, report } from './kit/report.ts';

const SIZE = Number(process.env.SEATING_SIZE ?? 2000);

await report('seating', async () => [...(await small()), ...many(200, 1), ...many(SIZE, 10)]);

function timed<T>(work: () => T): { seconds: number; value: T } {
  const began = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(began);
  return { seconds: (user + system) / 1e6, value };
}

/** Fourteen who wait, four who lead, circles of three or four. */
async function small(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const seed of [1, 2, 3, 4]) {
    const input = waitingMothers(14, 4, seed);
    const list = { ...input, rules: { ...input.rules, lower: 3, upper: 4 } };
    const best = await provenSeating(list);
    const { seconds, value } = timed(() => proposeCircles(list));
    figures.push({
      what: `14 waiting, list ${seed}: under the proven optimum by`,
      value: (100 * (best - value.total)) / Math.max(1e-9, best),
      unit: '%',
      most: 2,
      note: `${value.total.toFixed(2)} of ${best.toFixed(2)} (HiGHS) in ${seconds.toFixed(1)} s`,
    });
  }
  return figures;
}

function many(size: number, most: number): Figure[] {
  const input = waitingMothers(size, Math.ceil(size / 10));
  const { seconds, value } = timed(() => proposeCircles(input));
  const note = `${value.circles.length} circles, ${value.waiting.length} waiting, total ${value.total.toFixed(0)}`;
  return [
    {
      what: `${size} waiting, ${Math.ceil(size / 10)} who lead, circles of 6 to 12`,
      value: seconds,
      unit: 's',
      most,
      note,
    },
  ];
}
