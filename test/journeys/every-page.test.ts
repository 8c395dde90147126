import { afterAll, expect, test } from 'vitest';
import { openBrowser, type Visit, visit } from '../kit/browser.ts';
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

/** Each element that stood on a page that was looked at: its name, its classes and what it asks of the scripts. */
const met = new Set<string>();
const elementsOf = (html: string) =>
  [...html.matchAll(/<[a-z][a-z0-9-]*(?:\s[^>]*)?>/g)].map(([tag]) =>
    [/^<[a-z0-9-]+/, /\sclass="[^"]*"/, /\stype="[^"]*"/, /\srole="[^"]*"/]
      .map((part) => part.exec(tag)?.[0] ?? '')
      .concat([...tag.matchAll(/\s(?:data|aria)-[a-z-]+/g)].map(String))
      .join(''),
  );

const linksOf = (html: string) =>
  [...html.matchAll(/<a\s[^>]*?href="(\/[^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));

/**
 * Asks for a page as this person and gives its HTML, having looked at it in the browser when nobody looked at one of its
 * kind before, or when something stands on it that stood on none of them. One more of the same, letter by letter of what
 * it is built of, would only be drawn to say the same again.
 */
async function meet({ page, context, look }: Visit, path: string): Promise<string> {
  const answer = await context.request.get(path, { headers: { 'accept-language': 'en-US' } });
  expect(answer.status(), path).toBeLessThan(400);
  if (!answer.headers()['content-type']?.startsWith('text/html')) return ''; // a file to keep: nothing to look at
  const html = await answer.text();
  const kind = kindOf(new URL(answer.url()).pathname);
  const elements = elementsOf(html);
  if (looked.has(kind) && elements.every((element) => met.has(element))) return html;
  await page.goto(path);
  await look();
  looked.add(kind);
  for (const element of elements) met.add(element);
  return page.content();
}

test.each([
  ['nobody', ['/', '/offline'], 7],
  ['maya', ['/plan', '/help/note', '/mentoring/offer'], 36],
  ['rosa', ['/circles'], 16],
  ['admin', ['/community', '/moderation'], 9],
] as const)(
  'every page %s can reach by links is whole and open to all',
  async (person, starts, least) => {
    const visitor = await visit(browser, server.url);
    if (person !== 'nobody') await visitor.page.goto(`/demo/sign-in/${person}`);
    const waiting: string[] = [...starts];
    const before = looked.size;
    const seen = new Set<string>();
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      if (seen.has(kindOf(path))) continue;
      seen.add(kindOf(path));
      const links = linksOf(await meet(visitor, path));
      waiting.push(...links.filter((link) => !NO_PAGE.test(link) && !seen.has(kindOf(link))));
    }
    expect(looked.size - before, [...looked].join(' ')).toBeGreaterThanOrEqual(least);
    await visitor.close();
  },
  900_000,
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
