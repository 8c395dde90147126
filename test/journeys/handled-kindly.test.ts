import { afterAll, expect, test } from 'vitest';
import { translator } from '../../src/platform/i18n/index.ts';
import { openBrowser, visit } from '../kit/browser.ts';
import { startServer } from '../kit/server.ts';

const browser = await openBrowser();
const server = await startServer({ args: ['--demo'] });
afterAll(() => server.stop());
const t = translator('en');

test('heavy words on a phone: help under them before she posts, and after; nobody is told before', async () => {
  const maya = await visit(browser, server.url);
  const { page } = maya;
  await page.goto('/demo/sign-in/maya');
  await page.goto('/circles');
  await page.locator('main a[href^="/circles/"]').first().click();
  const words = page.locator('#write textarea[name=body]');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await words.fill('I want to die tonight');
  await page.getByText(t('safety.before')).waitFor();
  await page.evaluate('scrollTo(0, 0)'); // nothing half under the bar while it is looked at
  await maya.look();
  // Scripts, and the page listening for news as it did before.
  expect(asked.filter((one) => !/^GET (\/assets\/|.*\/live$)/.test(one))).toEqual([]);
  expect(asked.filter((one) => one.includes('triage'))).toHaveLength(1);
  await page.getByRole('button', { name: t('conversation.post'), exact: true }).click();
  await page.getByRole('heading', { name: t('safety.after-title') }).waitFor();
  await maya.look();
  await page.getByRole('link', { name: t('safety.after-back') }).click();
  await page.getByText('I want to die tonight').waitFor();
  await maya.close();
});

test('a report is handled on a phone in five taps, and both sides read what came of it', async () => {
  const maya = await visit(browser, server.url);
  await maya.page.goto('/demo/sign-in/maya');
  await maya.page.goto('/circles');
  await maya.page.locator('main a[href^="/circles/"]').first().click();
  const circle = new URL(maya.page.url()).pathname;
  const report = maya.page.locator('.post a[href^="/reports/new"]').first();
  await maya.page.goto((await report.getAttribute('href'))!);
  await maya.page.getByText(t('safety.reason.selling')).click();
  await maya.page.getByRole('button', { name: t('safety.send') }).click();
  await maya.page.getByRole('heading', { name: t('safety.sent-title') }).waitFor();

  const admin = await visit(browser, server.url);
  const { page } = admin;
  await page.goto('/demo/sign-in/admin');
  await page.goto('/me');
  let [taps, took] = [0, 0];
  const tap = async (what: ReturnType<typeof page.locator>) => {
    const began = Date.now();
    taps += 1;
    await what.click();
    took += Date.now() - began;
  };
  await tap(page.locator('main a[href="/moderation"]'));
  await admin.look();
  await tap(page.locator('main .card a[href^="/moderation/"]').last());
  await tap(page.getByRole('link', { name: t('safety.template.selling') }));
  await page.locator('textarea', { hasText: 'nothing is sold here' }).waitFor();
  await page.evaluate('scrollTo(0, 0)'); // nothing half under the bar while it is looked at
  await admin.look();
  await tap(page.getByRole('button', { name: t('safety.decide'), exact: true }));
  await page.getByText(t('safety.decided')).waitFor();
  expect(taps).toBeLessThanOrEqual(5);
  expect(took).toBeLessThan(60_000);

  await maya.page.reload();
  await maya.page.getByText(t('safety.to-reporter.hide')).waitFor();
  await maya.page.goto(circle);
  for (const path of ['/me/decisions', '/guides/danger']) await maya.open(path);
  for (const path of ['/community/safety']) await admin.open(path);
  await maya.close();
  await admin.close();
});
