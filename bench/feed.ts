// A community's calendar with five thousand gatherings over a year: as a feed, as a month and as a year of months, beside
// the database alone.
import { bareSql } from './kit/bare-sql.ts';
import { answeringTime } from './kit/load.ts';
import { planMany } from './kit/many-gatherings.ts';
import { type Figure, median, report } from './kit/report.ts';
import { type Server, startServer } from './kit/server.ts';
import { inTown, type Town } from './kit/town.ts';

const GATHERINGS = 5000;
const ROUNDS = 5;
const EACH = 9;
const month = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 7);
const MONTHS = Array.from({ length: 12 }, (_, n) => {
  const first = new Date();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + n, 1)).toISOString().slice(0, 7);
});

await report('feed', async () => {
  const server = await startServer();
  try {
    return await inTown(server.dataDir, async (town) => {
      await planMany(town.owner, town.people.rosa, GATHERINGS);
      const member = { cookie: town.cookie(town.people.maya) };
      return [
        ...(await writtenAnew(server, '/gatherings.ics')),
        ...(await beside(server, town, 'the feed', '/gatherings.ics', {})),
        ...(await unchanged(server, '/gatherings.ics')),
        ...(await beside(server, town, 'a month, anybody', `/gatherings?month=${month}`, {})),
        ...(await beside(server, town, 'a month, a member', `/gatherings?month=${month}`, member)),
        ...(await aYear(server, town, 'a year, month by month, anybody', {})),
        ...(await aYear(server, town, 'a year, month by month, a member', member)),
      ];
    });
  } finally {
    await server.stop();
  }
});

async function beside(
  server: Server,
  town: Town,
  what: string,
  path: string,
  headers: Record<string, string>,
): Promise<Figure[]> {
  const target = { url: server.url + path, headers };
  const sql = await bareSql(server, town.login, path, headers);
  await answeringTime(target, EACH);
  await sql.time(EACH);
  const [pages, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    pages.push(await answeringTime(target, EACH));
    bare.push(await sql.time(EACH));
  }
  await sql.close();
  const bytes = (await (await fetch(target.url, { headers })).arrayBuffer()).byteLength;
  return [
    { what, value: median(pages), unit: 'ms', note: `${Math.round(bytes / 1000)} kB` },
    { what: `its SQL alone: ${what}`, value: median(bare), unit: 'ms', note: `${sql.statements} statements` },
    { what: `to its SQL: ${what}`, value: median(pages) / median(bare), unit: '×' },
  ];
}

/** The twelve pages on which a reader turns through a year, one after the other: the sum of them. */
async function aYear(
  server: Server,
  town: Town,
  what: string,
  headers: Record<string, string>,
): Promise<Figure[]> {
  let [pages, bare, statements] = [0, 0, 0];
  for (const name of MONTHS) {
    const path = `/gatherings?month=${name}`;
    const sql = await bareSql(server, town.login, path, headers);
    await answeringTime({ url: server.url + path, headers }, 2);
    await sql.time(2);
    const [asked, alone]: [number[], number[]] = [[], []];
    for (let round = 0; round < 3; round += 1) {
      asked.push(await answeringTime({ url: server.url + path, headers }, 3));
      alone.push(await sql.time(3));
    }
    [pages, bare, statements] = [pages + median(asked), bare + median(alone), statements + sql.statements];
    await sql.close();
  }
  return [
    { what, value: pages, unit: 'ms', note: '12 pages' },
    { what: `its SQL alone: ${what}`, value: bare, unit: 'ms', note: `${statements} statements` },
    { what: `to its SQL: ${what}`, value: pages / bare, unit: '×' },
  ];
}

/** What the first phone waits for after something changed. */
async function writtenAnew(server: Server, path: string): Promise<Figure[]> {
  const began = performance.now();
  await (await fetch(server.url + path)).arrayBuffer();
  return [{ what: 'the feed, written for the first time', value: performance.now() - began, unit: 'ms' }];
}

/** A phone that asks again and again, and is told that nothing changed. */
async function unchanged(server: Server, path: string): Promise<Figure[]> {
  const first = await fetch(server.url + path);
  await first.arrayBuffer();
  const times: number[] = [];
  for (let n = 0; n < ROUNDS * EACH; n += 1) {
    const began = performance.now();
    const answer = await fetch(server.url + path, {
      headers: { 'if-none-match': first.headers.get('etag')! },
    });
    await answer.arrayBuffer();
    if (answer.status !== 304) throw new Error(`${path} answered ${answer.status}`);
    times.push(performance.now() - began);
  }
  return [{ what: 'the feed, unchanged (304)', value: median(times), unit: 'ms' }];
}
