// Lighthouse on every main page, as its mobile settings see it: performance, accessibility, best practices, SEO.
import { NIGHT_FEEDS } from '../test/kit/people.ts';
import { judge, type Verdict } from './kit/judge.ts';
import { type Figure, report } from './kit/report.ts';
import { startServer } from './kit/server.ts';
import { bringTalkTo } from './kit/talk.ts';
import { inTown } from './kit/town.ts';

const ANYBODY = [
  '/',
  '/circles?near=60614',
  '/gatherings?near=60614',
  '/help-now',
  '/sign-in',
  `/circles/${NIGHT_FEEDS}`,
];
const MEMBER = [
  '/plan',
  '/circles',
  `/circles/${NIGHT_FEEDS}`,
  '/circles/new',
  '/calendar',
  '/directory',
  '/me',
];

await report('lighthouse', async () => {
  const server = await startServer();
  // As people reach it: a name, not a number. Lighthouse counts localhost as secure.
  const url = server.url.replace('127.0.0.1', 'localhost');
  try {
    return await inTown(server.dataDir, async (town) => {
      await bringTalkTo(town.owner, town.people, 1000);
      const cookie = town.cookie(town.people.maya);
      const figures: Figure[] = [];
      for (const path of ANYBODY) figures.push(...told(path, false, await judge(url + path)));
      for (const path of MEMBER) figures.push(...told(path, true, await judge(url + path, cookie)));
      return figures;
    });
  } finally {
    await server.stop();
  }
});

function told(path: string, signedIn: boolean, { scores, because }: Verdict): Figure[] {
  const name = `${path.replace(NIGHT_FEEDS, ':id')}${signedIn ? ', signed in' : ''}`;
  return Object.entries(scores).map(([category, value]) => ({
    what: `${name}: ${category}`,
    value,
    unit: 'of 100',
    least: 100,
    note: value < 100 ? because[category as keyof typeof because].join('; ') : undefined,
  }));
}
