import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { translator } from '../../src/platform/i18n/index.ts';
import { openBrowser, visit } from '../kit/browser.ts';
import { startServer } from '../kit/server.ts';

const browser = await openBrowser();
const server = await startServer({ args: ['--demo'] });
afterAll(() => server.stop());
const t = translator('en');

/** Presses Tab until the focus stands on what is looked for, and it can be seen that it does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate<string | null>(
      `document.activeElement.matches(${JSON.stringify(selector)}) ? getComputedStyle(document.activeElement).outlineStyle : null`,
    );
    if (there === null) continue;
    expect(there, selector).not.toBe('none');
    return;
  }
  throw new Error(`The Tab key never comes to ${selector}`);
}

test('the way in by keyboard alone: past the frame, to the address, to the code', async () => {
  const her = await visit(browser, server.url);
  const { page } = her;
  await page.goto('/sign-in');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.className')).toBe('skip');
  await page.keyboard.press('Enter');
  await tabTo(page, 'input[type=email]');
  await page.keyboard.type('keys@example.com');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in/code*');
  await her.look();
  await her.close();
});

test('Esc twice leaves at once', async () => {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    new URL(route.request().url()).origin === server.url
      ? route.continue()
      : route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
  );
  await page.goto('/');
  await page.goto('/help-now');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => url.origin !== server.url);
  expect(await page.title()).toBe('Weather');
  await context.close();
});

test('a plan kept on the phone is there without a connection, and gone after signing out', async () => {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await page.goto('/demo/sign-in/maya');
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await page.locator('[data-keep-plan]').click();
  await page.getByText(t('ui.kept'), { exact: true }).waitFor();
  const copy = page.getByText(t('ui.kept-copy'));
  expect(await copy.isVisible()).toBe(false);
  await context.setOffline(true);
  await page.goto('/plan');
  expect(await page.locator('.step').count()).toBeGreaterThan(4);
  expect(await copy.isVisible()).toBe(true);
  expect(await copy.locator('time').textContent()).toMatch(/\d/);
  await context.setOffline(false);
  await page.goto('/plan');
  expect(await copy.isVisible(), 'back online it is no copy').toBe(false);
  await page.goto('/me');
  await page.locator('form[action="/sign-out"] button').click();
  await page.waitForURL(`${server.url}/`);
  // Signing out took the worker away with all it kept; the landing page brings a new one.
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await context.setOffline(true);
  await page.goto('/plan');
  await page.getByText(t('ui.offline')).waitFor();
  expect(await page.locator('.step').count()).toBe(0);
  await context.close();
});

test('a step decided far down the page: the undo is in view, and what she unfolded stays open', async () => {
  const her = await visit(browser, server.url);
  const { page } = her;
  await page.goto('/demo/sign-in/maya');
  const more = page.locator('#more-steps');
  await more.locator('summary').click();
  await more
    .locator('.step')
    .last()
    .getByRole('button', { name: t('plan.state.not-now') })
    .click();
  const undo = page.locator('.plan-undo button');
  await undo.waitFor();
  expect(await more.getAttribute('open')).not.toBeNull();
  const box = (await undo.boundingBox())!;
  expect(box.y + box.height).toBeLessThan(740);
  await her.look();
  await undo.click();
  await page.getByText(t('plan.reopened')).waitFor();
  await her.close();
});

/** What is data on every page: names, what people typed, facts, moments, languages in their own words. */
const DATA =
  'time, option, abbr, textarea, script, .brand, .foot [hreflang], .post, .facts, .lines, .card h2 a, .card > p, .her-circle, .print-only, .step:has(.source) .reasons';

/** The main pages, and what else is data there. */
const PAGES: Record<string, string> = {
  '/plan': '',
  '/circles': '',
  '/circles/new': '',
  '/ask': '',
  '/calendar': '.section-head h2, .card h3',
  '/me': '.page-head h1, main > p, .section p',
  '/me/erasure': '',
  '/welcome/1': '',
  '/welcome/3': '',
  '/welcome/4': '',
  '/welcome/5': '',
  '/mentoring': '.plain-list a',
  '/mentoring/offer': '',
  '/help/note': '',
  '/help-now': '.card h3, .ways small',
  '/privacy': '',
  '/nowhere': '',
};

/** Texts on the page that did not come through the pseudo-locale, which puts all it says between brackets. */
const untold = (data: string) => `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode;
    const told = /[\u27e6\u27e7]/.test(textContent);
    if (!told && /[^\\W\\d]{2}/.test(textContent) && !parentElement.closest(${JSON.stringify(data)})) found.push(textContent);
  }
  return found;
})()`;

test('nothing on the main pages is written outside the words of the house, and long words find room', async () => {
  const her = await visit(browser, server.url, { viewport: { width: 320, height: 640 } });
  await her.context.addCookies([{ name: 'lang', value: 'pseudo', url: server.url }]);
  const { page } = her;
  await page.goto('/demo/sign-in/maya');
  for (const [path, more] of Object.entries(PAGES)) {
    await page.goto(path);
    expect(await page.evaluate(untold([DATA, more].filter(Boolean).join(', '))), path).toEqual([]);
    const [wide, room] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    expect(wide, `${path} scrolls sideways`).toBeLessThanOrEqual(room);
  }
  await her.close();
});
