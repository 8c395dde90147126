// What comes over the wire for each main page, in a real Chromium with an empty cache.
import type { Browser } from 'playwright-core';
import { NIGHT_FEEDS } from '../test/kit/people.ts';
import { openChromium } from './kit/chromium.ts';
import { type Figure, report } from './kit/report.ts';
import { startServer } from './kit/server.ts';
import { bringTalkTo } from './kit/talk.ts';
import { inTown } from './kit/town.ts';
import { type Weights, weigh } from './kit/weighing.ts';
import { layWire } from './kit/wire.ts';

const ANYBODY = ['/', '/circles?near=60614', '/help-now', '/sign-in'];
/** The budget of a whole first page; who is signed in has most of it in her cache since signing in. */
const FIRST = 60;
const MEMBER = ['/plan', `/circles/${NIGHT_FEEDS}`];

await report('page-bytes', async () => {
  const server = await startServer();
  const browser = await openChromium();
  try {
    return await inTown(server.dataDir, async (town) => {
      await bringTalkTo(town.owner, town.people, 1000);
      const cookie = town.cookie(town.people.maya);
      const figures: Figure[] = [];
      for (const path of ANYBODY) figures.push(...told(path, await weigh(browser, server.url + path), FIRST));
      figures.push(await withOfflineCopies(browser, server.url));
      for (const path of MEMBER) figures.push(...told(path, await weigh(browser, server.url + path, cookie)));
      return figures;
    });
  } finally {
    await browser.close();
    await server.stop();
  }
});

function told(path: string, weights: Weights, most?: number): Figure[] {
  const { js, css, ...others } = Object.fromEntries(
    Object.entries(weights).map(([kind, bytes]) => [kind, bytes / 1000]),
  ) as Weights;
  const whole = Object.values(weights).reduce((a, b) => a + b, 0) / 1000;
  const shares = Object.entries(others).map(([kind, kB]) => `${kind} ${kB.toFixed(1)}`);
  const name = path.replace(NIGHT_FEEDS, ':id');
  return [
    { what: `${name} whole`, value: whole, unit: 'kB', most, note: shares.join(', ') },
    { what: `${name} JavaScript`, value: js, unit: 'kB', most: 35 },
    { what: `${name} CSS`, value: css, unit: 'kB', most: 15 },
  ];
}

/** All that a first visit brings, with what the service worker then lays in for being offline. */
async function withOfflineCopies(browser: Browser, url: string): Promise<Figure> {
  const wire = await layWire(url);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  // localhost, because a browser grants service workers to secure origins only
  await page.goto(wire.url.replace('127.0.0.1', 'localhost'), { waitUntil: 'networkidle' });
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  const value = wire.bytes() / 1000;
  await context.close();
  await wire.cut();
  return { what: '/ and the offline copies after it', value, unit: 'kB', note: 'counted on the wire' };
}
