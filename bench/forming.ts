// How near circles come to a proven optimum where there is one, and how long many people take. Processor time, so that
// what else the machine does counts less. FORMING_SIZE=10000 for a short run.
import { type FormingInput, form, formTaken } from '../src/matching/index.ts';
import { provenTotal } from '../test/kit/proven-circles.ts';
import { somePeople } from '../test/kit/some-people.ts';
import { type Figure, report } from './kit/report.ts';
import { everyPairKnown, manyWaiting } from './kit/waiting-lists.ts';

const SIZE = Number(process.env.FORMING_SIZE ?? 100_000);

const WAYS: [number, number, Partial<FormingInput>][] = [
  [18, 0.4, { lower: 3, upper: 4 }],
  [20, 1, { circles: 5, lower: 4, upper: 4 }],
  [24, 0.5, { lower: 3, upper: 4 }],
  [15, 0.4, { circles: 3, lower: 4, upper: 6 }], // of 18 in circles of 5 to 7 HiGHS proves nothing within minutes
];

await report('forming', async () => [
  ...(await small()),
  ...medium('240 members in 12 circles, every pair', everyPairKnown(240, 12)),
  ...medium('480 members in 20 circles, every pair', everyPairKnown(480, 20)),
  ...large(),
]);

function timed<T>(work: () => T): { seconds: number; value: T } {
  const began = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(began);
  return { seconds: (user + system) / 1e6, value };
}

async function small(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [seed, [size, density, way]] of WAYS.entries()) {
    const input = { ...somePeople({ size, seed: 50 + seed, density }), ...way } as FormingInput;
    const best = await provenTotal(input);
    const { seconds, value } = timed(() => form(input, { work: 2e7, alwaysSearch: true }));
    figures.push({
      what: `${size} members, ${100 * density} % of pairs, ${JSON.stringify(way)}: under the proven optimum by`,
      value: (100 * (best - value.total)) / Math.max(1e-9, Math.abs(best)),
      unit: '%',
      most: 2,
      note: `${value.total.toFixed(2)} of ${best.toFixed(2)} (HiGHS) in ${seconds.toFixed(1)} s`,
    });
  }
  return figures;
}

/** With a little work and with twelve times as much: what longer would still bring. */
function medium(what: string, input: FormingInput): Figure[] {
  const [short, long] = [1e8, 12e8].map((work) => timed(() => form(input, { work })));
  const share = (100 * (long!.value.total - short!.value.total)) / long!.value.total;
  const note = `${short!.value.total.toFixed(0)} in ${short!.seconds.toFixed(1)} s, ${long!.value.total.toFixed(0)} in ${long!.seconds.toFixed(1)} s`;
  return [
    { what: `${what}: under what twelve times the work finds by`, value: share, unit: '%', most: 2, note },
  ];
}

function large(): Figure[] {
  const { seconds, value } = timed(() => formTaken(manyWaiting(SIZE), { work: 8e8 }));
  const note = `${value.circles.length} circles, ${value.waiting.length} waiting, total ${value.total.toFixed(0)}; all of it, from pairs on`;
  const memory = process.memoryUsage().rss / 2 ** 20;
  return [
    { what: `${SIZE} members × 30, circles of 6 to 12`, value: seconds, unit: 's', most: 60, note },
    { what: 'memory at the end, everything of this bench', value: memory, unit: 'MB', most: 1024 },
  ];
}
