// Circles near a postcode among a hundred thousand, beside the database alone.
import { bareSql } from './kit/bare-sql.ts';
import { answeringTime } from './kit/load.ts';
import { scatterCircles } from './kit/many-circles.ts';
import { type Figure, median, report } from './kit/report.ts';
import { type Server, startServer } from './kit/server.ts';
import { inTown, type Town } from './kit/town.ts';

const PATH = '/circles?near=60614';
const CIRCLES = 100_000;

await report('finder', async () => {
  const server = await startServer();
  try {
    return await inTown(server.dataDir, async (town) => {
      await scatterCircles(town.owner, town.people.rosa, CIRCLES);
      return [
        ...(await beside(server, town, 'anybody', {})),
        ...(await beside(server, town, 'a member', { cookie: town.cookie(town.people.maya) })),
      ];
    });
  } finally {
    await server.stop();
  }
});

async function beside(
  server: Server,
  town: Town,
  who: string,
  headers: Record<string, string>,
): Promise<Figure[]> {
  const target = { url: server.url + PATH, headers };
  const sql = await bareSql(server, town.login, PATH, headers);
  await answeringTime(target, 50);
  await sql.time(50);
  const [pages, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < 5; round += 1) {
    pages.push(await answeringTime(target, 50));
    bare.push(await sql.time(50));
  }
  await sql.close();
  return [
    { what: `page, ${who}`, value: median(pages), unit: 'ms' },
    { what: `its SQL alone, ${who}`, value: median(bare), unit: 'ms', note: `${sql.statements} statements` },
    { what: `page to SQL, ${who}`, value: median(pages) / median(bare), unit: '×', most: 2 },
  ];
}
