// From typing the command to the first whole page.
import { projectFile } from '../src/platform/config/paths.ts';
import { type Figure, median, report } from './kit/report.ts';
import { startServer } from './kit/server.ts';
import { bringTalkTo } from './kit/talk.ts';
import { inTown } from './kit/town.ts';

const TIMES = 5;

await report('cold-start', async () => {
  const fresh: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    const server = await startServer();
    fresh.push(server.startedIn);
    await server.stop();
  }
  const first = await startServer();
  await inTown(first.dataDir, (town) => bringTalkTo(town.owner, town.people, 1000));
  await first.stop(true);
  const { dataDir } = first;
  const figures: Figure[] = [
    { what: 'a new folder', value: median(fresh) / 1000, unit: 's' },
    await again('an existing database', dataDir, [projectFile('dist/server.js')]),
    await again('the same through bin/start.mjs', dataDir, [projectFile('bin/start.mjs')]),
  ];
  await (await startServer({ dataDir })).stop();
  return figures;
});

async function again(what: string, dataDir: string, args: string[]): Promise<Figure> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    const server = await startServer({ dataDir, args });
    times.push(server.startedIn);
    await server.stop(true);
  }
  const all = times.map((ms) => (ms / 1000).toFixed(2)).join(', ');
  return { what, value: median(times) / 1000, unit: 's', most: 3, note: `each: ${all}` };
}
