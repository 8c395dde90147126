// Her plan, made anew at each request, with a thousand circles to choose from, half of them near her.
import { bareSql } from './kit/bare-sql.ts';
import { answeringTime, rateOf } from './kit/load.ts';
import { scatterCircles } from './kit/many-circles.ts';
import { report } from './kit/report.ts';
import { startServer } from './kit/server.ts';
import { inTown } from './kit/town.ts';

const CHICAGO = { latitude: 41.9229, longitude: -87.6483 };

await report('plan-page', async () => {
  const server = await startServer();
  try {
    return await inTown(server.dataDir, async (town) => {
      await scatterCircles(town.owner, town.people.rosa, 1000, CHICAGO);
      const headers = { cookie: town.cookie(town.people.maya) };
      const page = { url: `${server.url}/plan`, headers };
      const sql = await bareSql(server, town.login, '/plan', headers);
      await answeringTime(page, 200);
      const time = await answeringTime(page, 300);
      await sql.time(50);
      const bare = await sql.time(200);
      await sql.close();
      const rate = await rateOf(page, 8, 8);
      return [
        { what: 'plan among 1000 circles', value: time, unit: 'ms' },
        { what: 'its SQL alone', value: bare, unit: 'ms', note: `${sql.statements} statements` },
        { what: 'plan among 1000 circles', value: rate.perSecond, unit: 'requests/s', note: '8 connections' },
      ];
    });
  } finally {
    await server.stop();
  }
});
