import { afterAll, expect, test } from 'vitest';
import { openBrowser, PHONE } from '../kit/browser.ts';
import { cuttable } from '../kit/cut.ts';
import { startServer } from '../kit/server.ts';

const browser = await openBrowser();
const server = await startServer({ args: ['--demo'] });
const way = await cuttable(server.url);
afterAll(async () => {
  await way.close();
  await server.stop();
});

/** Somebody of the demo in a window of her own. */
async function windowOf(person: string, url: string) {
  const context = await browser.newContext({ baseURL: url, viewport: PHONE });
  const page = await context.newPage();
  await page.goto(`/demo/sign-in/${person}`);
  return { context, page };
}

// How soon is measured in bench/live, on a quiet machine; here, that it comes by itself and not when somebody looks again.
const BY_ITSELF = 5_000;

test('two people in one thread see each other’s words come, through a dropped connection too', async () => {
  const maya = await windowOf('maya', way.url);
  const rosa = await windowOf('rosa', server.url);
  await maya.page.goto('/circles');
  await maya.page
    .getByRole('link', { name: /Night Feeds/ })
    .first()
    .click();
  await maya.page.getByRole('link', { name: 'Reply' }).first().click();
  await maya.page.waitForURL('**/posts/**');
  const thread = new URL(maya.page.url()).pathname;
  await rosa.page.goto(thread);
  const say = async ({ page }: typeof maya, words: string) => {
    await page.locator('#write textarea[name=body]').fill(words);
    await page.locator('#write button:not([type=button])').last().click();
    await page.locator('#replies').getByText(words).waitFor();
  };
  const seen = ({ page }: typeof maya, words: string) => page.locator('#replies').getByText(words);

  await say(rosa, 'Rosa one');
  const sent = Date.now();
  await seen(maya, 'Rosa one').waitFor();
  expect(Date.now() - sent).toBeLessThan(BY_ITSELF);
  await say(maya, 'Maya one');
  const back = Date.now();
  await seen(rosa, 'Maya one').waitFor();
  expect(Date.now() - back).toBeLessThan(BY_ITSELF);

  // She is writing when the connection goes, and still is when it comes back.
  const box = maya.page.locator('#write textarea[name=body]');
  await box.fill('Half a sentence');
  way.cut();
  await say(rosa, 'Rosa two');
  await say(rosa, 'Rosa three');
  way.mend();
  await seen(maya, 'Rosa three').waitFor();
  for (const words of ['Rosa one', 'Maya one', 'Rosa two', 'Rosa three'])
    expect(await seen(maya, words).count(), words).toBe(1);
  const order = await maya.page.locator('#replies .post-body').allInnerTexts();
  expect(order.map((text) => text.trim()).slice(-4)).toEqual([
    'Rosa one',
    'Maya one',
    'Rosa two',
    'Rosa three',
  ]);
  expect(await box.inputValue()).toBe('Half a sentence');
  await maya.context.close();
  await rosa.context.close();
});
