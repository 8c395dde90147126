import { afterAll, expect, test } from 'vitest';
import { openBrowser, visit } from '../kit/browser.ts';
import { startServer } from '../kit/server.ts';

const browser = await openBrowser();
const server = await startServer({ args: ['--demo'] });
afterAll(() => server.stop());

test('Maya asks Rosa, who says yes without scripts; then each sees the other’s words come', async () => {
  const maya = await visit(browser, server.url);
  const rosa = await visit(browser, server.url, { javaScriptEnabled: false });
  await maya.page.goto('/demo/sign-in/maya');
  await rosa.page.goto('/demo/sign-in/rosa');
  await maya.page.goto('/circles');
  await maya.page
    .getByRole('link', { name: /Night Feeds/ })
    .first()
    .click();
  await maya.page.waitForURL('**/circles/*');
  await maya.page.goto(`${maya.page.url()}/people`);
  await maya.page.getByRole('link', { name: 'Rosa', exact: true }).click();
  await maya.page.getByRole('link', { name: 'Write to Rosa' }).click();
  await maya.page.waitForURL('**/message');
  await maya.look();
  await maya.page.getByText('Something you wrote helped me').click();
  await maya.page.getByRole('button', { name: 'Ask' }).click();
  await maya.page.getByText('Waiting for Rosa').waitFor();
  await maya.look();

  await rosa.open('/messages');
  await rosa.page.getByRole('link', { name: 'Maya' }).click();
  await rosa.look();
  await rosa.page.getByRole('button', { name: 'Yes, gladly' }).click();
  await rosa.page.getByLabel('Write to Maya').fill('Hello Maya, how was the night?');
  await rosa.page.getByRole('button', { name: 'Send' }).click();
  await rosa.look();

  // Her page was open all the while: the yes brings the box, the words come by themselves.
  await maya.page.locator('#messages').getByText('how was the night?').waitFor();
  await maya.page.getByLabel('Write to Rosa').fill('Short, but we laughed.');
  await maya.page.getByRole('button', { name: 'Send' }).click();
  await maya.page.locator('#messages').getByText('we laughed').waitFor();
  await maya.look();
  await rosa.page.reload();
  expect(await rosa.page.locator('.message .post-body').allInnerTexts()).toEqual([
    'Hello Maya, how was the night?',
    'Short, but we laughed.',
  ]);
  await maya.open('/messages/door');
  await maya.close();
  await rosa.close();
});
