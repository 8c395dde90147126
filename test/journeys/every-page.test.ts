import { afterAll, expect, test } from 'vitest';
import { openBrowser, visit } from '../kit/browser.ts';
import { startServer } from '../kit/server.ts';

const browser = await openBrowser();
const server = await startServer({ args: ['--demo'] });
afterAll(() => server.stop());

/** Not pages of ours: the way out, the switch of language, downloads. */
const NO_PAGE = /^\/(quick-exit|language|demo|assets)|^\/me\/export$|\.atom$/;

/** One of each kind is enough: ids and choices in the address make no new kind of page. */
const kindOf = (path: string) => path.replace(/[0-9a-f-]{36}/g, ':id').replace(/[?#].*/, '');

/** Looked at already, as whoever came to it first; facilitators and coordinators look at what only they can. */
const looked = new Set<string>();

test.each([
  ['nobody', ['/', '/offline'], 7],
  ['maya', ['/plan', '/help/note', '/mentoring/offer'], 25],
  ['rosa', ['/circles'], 4],
  ['admin', ['/community', '/moderation'], 5],
] as const)(
  'every page %s can reach by links is whole and open to all',
  async (person, starts, least) => {
    const visitor = await visit(browser, server.url);
    const { page } = visitor;
    if (person !== 'nobody') await page.goto(`/demo/sign-in/${person}`);
    const waiting: string[] = [...starts];
    const before = looked.size;
    const seen = new Set<string>();
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      if (seen.has(kindOf(path))) continue;
      seen.add(kindOf(path));
      const response = await page.goto(path);
      expect(response!.status(), path).toBeLessThan(400);
      if (!looked.has(kindOf(path))) await visitor.look();
      looked.add(kindOf(path));
      const links = await page
        .locator('a[href^="/"]')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')!));
      waiting.push(...links.filter((link) => !NO_PAGE.test(link) && !seen.has(kindOf(link))));
    }
    expect(looked.size - before, [...looked].join(' ')).toBeGreaterThanOrEqual(least);
    await visitor.close();
  },
  300_000,
); // it is as long as the house is large

test('the licenses that travel with the fonts are there to read', async () => {
  const about = await (await fetch(`${server.url}/about`)).text();
  const licences = [...about.matchAll(/href="(\/assets\/[^"]*licence[^"]*)"/g)].map(([, href]) => href!);
  expect(licences).toHaveLength(2);
  for (const href of licences) {
    const answer = await fetch(server.url + href);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain('SIL OPEN FONT LICENSE');
  }
});
