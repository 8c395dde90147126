import { afterAll, expect, test } from 'vitest';
import { openBrowser, visit } from '../kit/browser.ts';
import { startServer } from '../kit/server.ts';

const browser = await openBrowser();
const server = await startServer({ args: ['--demo'] });
afterAll(() => server.stop());

test('Maya asks Dana, who says yes without scripts; then each sees the other’s words come', async () => {
  const maya = await visit(browser, server.url);
  const dana = await visit(browser, server.url, { javaScriptEnabled: false });
  await maya.page.goto('/demo/sign-in/maya');
  await dana.page.goto('/demo/sign-in/dana');
  for (const { page } of [dana, maya]) {
    await page.goto('/circles');
    const href = await page
      .getByRole('link', { name: /Night Feeds/ })
      .first()
      .getAttribute('href');
    await page.goto(href!);
    if (page === maya.page) continue;
    await page.locator('#write textarea[name=body]').fill('Soup on Saturday, whoever is near.');
    await page.locator('#write button:not([type=button])').last().click();
  }
  await maya.page.getByRole('link', { name: 'Dana', exact: true }).first().click();
  await maya.page.getByRole('link', { name: 'Write to Dana' }).click();
  await maya.page.waitForURL('**/message');
  await maya.look();
  await maya.page.getByText('Something you wrote helped me').click();
  await maya.page.getByRole('button', { name: 'Ask' }).click();
  await maya.page.getByText('Waiting for Dana').waitFor();
  await maya.look();

  await dana.open('/messages');
  await dana.page.getByRole('link', { name: 'Maya' }).click();
  await dana.look();
  await dana.page.getByRole('button', { name: 'Yes, gladly' }).click();
  await dana.page.getByRole('textbox', { name: 'Write to Maya' }).fill('Hello Maya, how was the night?');
  await dana.page.getByRole('button', { name: 'Send' }).click();
  await dana.look();

  // Her page was open all the while: the yes brings the box, the words come by themselves.
  await maya.page.locator('#messages').getByText('how was the night?').waitFor();
  await maya.page.getByRole('textbox', { name: 'Write to Dana' }).fill('Short, but we laughed.');
  await maya.page.getByRole('button', { name: 'Send' }).click();
  await maya.page.locator('#messages').getByText('we laughed').waitFor();
  await maya.look();
  await dana.page.reload();
  expect(await dana.page.locator('.message .post-body').allInnerTexts()).toEqual([
    'Hello Maya, how was the night?',
    'Short, but we laughed.',
  ]);
  await maya.open('/messages/door');
  await maya.close();
  await dana.close();
});
