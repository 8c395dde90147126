// Memory of the whole server, its PostgreSQL included: after the start, and after a thousand pages.
import { NIGHT_FEEDS } from '../test/kit/people.ts';
import { memoryOf, processesOf, residentOf } from './kit/processes.ts';
import { type Figure, report } from './kit/report.ts';
import { type Server, startServer } from './kit/server.ts';
import { bringTalkTo } from './kit/talk.ts';
import { inTown } from './kit/town.ts';

const PAGES = ['/circles?near=60614', '/help-now', '/plan', `/circles/${NIGHT_FEEDS}`];

await report('memory', async () => {
  const first = await startServer();
  await inTown(first.dataDir, (town) => bringTalkTo(town.owner, town.people, 1000)).catch(async (error) => {
    await first.stop();
    throw error;
  });
  await first.stop(true);
  const server = await startServer({ dataDir: first.dataDir });
  try {
    const cookie = await inTown(server.dataDir, async (town) => town.cookie(town.people.maya));
    const rested = figures(server, 'after the start');
    for (let i = 0; i < 1000; i += 1) await ask(server.url + PAGES[i % PAGES.length], cookie);
    return [...rested, ...figures(server, 'after 1000 pages')];
  } finally {
    await server.stop();
  }
});

async function ask(url: string, cookie: string): Promise<void> {
  const answer = await fetch(url, { headers: { cookie } });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
}

function figures(server: Server, when: string): Figure[] {
  const pids = processesOf(server);
  return [
    {
      what: `whole server ${when}`,
      value: memoryOf(pids),
      unit: 'MB',
      most: 300,
      note: `${pids.length} processes; of it Node ${memoryOf([server.pid]).toFixed(0)} MB; adding up RSS: ${residentOf(pids).toFixed(0)} MB`,
    },
  ];
}
