// A circle of thirty posts as its member sees it: beside a bare server, and as the community's posts grow.

import { newToken } from '../src/platform/crypto/index.ts';
import { NIGHT_FEEDS } from '../test/kit/people.ts';
import { answeringTime, inTurns, type Rate } from './kit/load.ts';
import { fetchPage, startPeer } from './kit/peer.ts';
import { processesOf } from './kit/processes.ts';
import { recordPage } from './kit/recording.ts';
import { type Figure, report } from './kit/report.ts';
import { type Server, startServer } from './kit/server.ts';
import { bringTalkTo } from './kit/talk.ts';
import { inTown, type Town } from './kit/town.ts';

const PATH = `/circles/${NIGHT_FEEDS}`;
const CONNECTIONS = 16;
const SIZES = [1e3, 1e5, 1e6];

await report('circle-page', async () => {
  const server = await startServer();
  try {
    return await inTown(server.dataDir, async (town) => {
      await bringTalkTo(town.owner, town.people, SIZES[0]!);
      const beside = [
        ...(await besideBare(server, town, 'identity')),
        ...(await besideBare(server, town, 'gzip')),
      ];
      return [...beside, ...(await growing(server, town))];
    });
  } finally {
    await server.stop();
  }
});

async function besideBare(server: Server, town: Town, coding: string): Promise<Figure[]> {
  // A browser that has been here before also brings the seed of its forms.
  const cookie = `${town.cookie(town.people.maya)}; seed=${newToken()}`;
  const headers = { cookie, 'accept-encoding': coding };
  const recording = await recordPage(server.dataDir, town.login, PATH, headers);
  const sent = await fetchPage(server.url + PATH, headers);
  const peer = await startPeer(server.dataDir, town.login, recording, sent);
  const page = { url: server.url + PATH, headers, processes: () => processesOf(server) };
  const bareOne = { url: peer.url, processes: () => processesOf({ pid: peer.pid, dataDir: server.dataDir }) };
  try {
    const [ours, bare] = await inTurns([page, bareOne], 5, CONNECTIONS, 6);
    const as = sent.headers['content-encoding'] ?? 'not packed';
    const cost = (rate: Rate) => `${rate.cost.toFixed(2)} ms of processor time each, PostgreSQL included`;
    const bytes = `${sent.body.length} bytes`;
    return [
      { what: `page, ${as}`, value: ours!.perSecond, unit: 'requests/s', note: `${cost(ours!)}; ${bytes}` },
      {
        what: `bare server, ${as}`,
        value: bare!.perSecond,
        unit: 'requests/s',
        note: `${cost(bare!)}; ${recording.flat().length} statements, the bytes ready made`,
      },
      {
        what: `page to bare server, ${as}`,
        value: (100 * ours!.perSecond) / bare!.perSecond,
        unit: '%',
        least: 50,
      },
    ];
  } finally {
    await peer.stop();
  }
}

async function growing(server: Server, town: Town): Promise<Figure[]> {
  const page = { url: server.url + PATH, headers: { cookie: town.cookie(town.people.maya) } };
  const figures: Figure[] = [];
  for (const size of SIZES) {
    await bringTalkTo(town.owner, town.people, size);
    await answeringTime(page, 300);
    const value = await answeringTime(page, 1000);
    figures.push({ what: `answer with ${size.toLocaleString('en')} posts`, value, unit: 'ms' });
  }
  const [least, most] = [figures[0]!.value, figures.at(-1)!.value];
  figures.push({ what: 'from a thousand posts to a million', value: most / least, unit: '×', most: 1.3 });
  return figures;
}
