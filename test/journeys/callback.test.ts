import { afterAll, expect, test } from 'vitest';
import { openBrowser, visit } from '../kit/browser.ts';
import { startServer } from '../kit/server.ts';

const browser = await openBrowser();
const server = await startServer({ args: ['--demo'] });
afterAll(() => server.stop());

test('a callback is asked, taken and closed', async () => {
  const maya = await visit(browser, server.url);
  const dana = await visit(browser, server.url, { javaScriptEnabled: false });
  await maya.page.goto('/demo/sign-in/maya');
  await dana.page.goto('/demo/sign-in/dana');

  await maya.page.goto('/ask');
  await maya.page.getByRole('link', { name: 'Ask someone to call me' }).click();
  await maya.page.getByText('A call by').first().waitFor();
  await maya.look();
  await maya.page.getByRole('textbox', { name: 'Your number' }).fill('312 555 0119');
  await maya.page.getByText('Sleep', { exact: true }).click();
  await maya.page.getByRole('button', { name: 'Ask for a call' }).click();
  await maya.page.getByText('It waits for a volunteer').waitFor();
  await maya.look();

  await dana.open('/callbacks');
  expect(await dana.page.content()).not.toMatch(/Maya|0119/);
  // Imani asked before her.
  await dana.page.getByRole('button', { name: 'Take this call' }).last().click();
  await dana.page.getByRole('link', { name: '312 555 0119' }).waitFor();
  await dana.look();
  await maya.page.reload();
  await maya.page.getByText('Dana has taken it').waitFor();
  await dana.page.getByRole('button', { name: 'I reached her' }).click();
  await dana.page.getByText('30 minutes').click();
  await dana.page.getByText('A circle', { exact: true }).click();
  await dana.look();
  await dana.page.getByRole('button', { name: 'Close the call' }).click();
  await dana.page.getByText('Her number and her words are gone').waitFor();
  await dana.open('/callbacks/rota');

  await maya.page.reload();
  await maya.page.getByRole('link', { name: 'Find a circle' }).waitFor();
  await maya.look();
  await maya.close();
  await dana.close();
});
