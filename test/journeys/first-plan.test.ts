import type { Page } from 'playwright-core';
import { afterAll, expect, test, vi } from 'vitest';
import { translator } from '../../src/platform/i18n/index.ts';
import { DESKTOP, openBrowser, PHONE, type Visit, visit } from '../kit/browser.ts';
import { type Server, startServer } from '../kit/server.ts';

const browser = await openBrowser();

/** Ticks as a thumb does: on the words. */
const tick = (page: Page, label: string) => page.locator('label').filter({ hasText: label }).first().click();

/** Somebody starts Porchlight on a fresh folder, opens the printed link and fills the sample. */
async function founded(): Promise<Server> {
  const server = await startServer();
  const link = await vi.waitFor(() => server.output().match(/http:\S+\/setup\?token=\S+/)![0]);
  const ada = await visit(browser, server.url, { viewport: DESKTOP, timezoneId: 'America/Mexico_City' });
  await ada.open(new URL(link).pathname + new URL(link).search);
  await ada.page.getByLabel('What is it called?').fill('Lakeview Porch');
  await ada.page.getByLabel('Its postcode').fill('60657');
  // Elsewhere the browser's own time zone is proposed; here the postcode tells it.
  const zone = ada.page.getByLabel('Its time zone');
  await ada.page.getByLabel('Country').selectOption('MX');
  expect(await zone.inputValue()).toBe('America/Mexico_City');
  await ada.page.getByLabel('Country').selectOption('US');
  expect(await zone.inputValue()).toBe('');
  await tick(ada.page, 'Spanish');
  await ada.page.getByLabel('Your name').fill('Ada');
  await ada.page.getByLabel('Your email').fill('ada@example.com');
  await tick(ada.page, 'Fill it with a sample');
  await ada.page.getByRole('button', { name: 'Open the door' }).click();
  await ada.page.getByRole('heading', { name: 'Looking after it', level: 1 }).waitFor();
  await ada.look();
  await ada.close();
  return server;
}

const server = await founded();
afterAll(() => server.stop());

const KINDS = ['circle', 'online', 'professional', 'peer', 'family'] as const;

/** Sign up with the mailed code, answer the questions, hold a plan. */
async function signUp({ page, look }: Visit, lang: 'en' | 'es', email: string): Promise<void> {
  const t = translator(lang);
  await page.goto('/');
  await look();
  await page.goto('/sign-in');
  await look();
  await page.getByLabel(t('accounts.email')).fill(email);
  await page.getByRole('button', { name: t('accounts.send-code') }).click();
  await page.getByLabel(t('accounts.code'), { exact: true }).waitFor();
  await look();
  const letter = (await server.letters(email)).at(-1)!;
  await page.getByLabel(t('accounts.code'), { exact: true }).fill(letter.text!.match(/\b\d{6}\b/)![0]);
  await page.getByRole('button', { name: t('accounts.enter') }).click();
  await page.getByLabel(t('accounts.name')).fill('Lena');
  await look();
  await page
    .getByRole('button', { name: t('accounts.join') })
    .first()
    .click();
}

async function answer({ page, look }: Visit, lang: 'en' | 'es'): Promise<void> {
  const t = translator(lang);
  const next = () =>
    page
      .getByRole('button', { name: t('onboarding.next') })
      .first()
      .click();
  await page.waitForURL('**/welcome/1');
  await look();
  await tick(page, t('words.stage.baby'));
  await next();
  await page.waitForURL('**/welcome/2');
  await look();
  await page.getByLabel(t('onboarding.place.postcode')).fill('60614');
  await next();
  await page.waitForURL('**/welcome/3');
  await look();
  await tick(page, t('words.support.emotional'));
  await tick(page, t('words.topic.sleep'));
  await next();
  await page.waitForURL('**/welcome/4');
  await look();
  await next();
  await page.waitForURL('**/welcome/5');
  await look();
  await page
    .getByRole('button', { name: t('onboarding.finish') })
    .first()
    .click();
  await page.waitForURL('**/plan');
  await look();
}

test.each([
  ['en', 'a phone, with scripts', { viewport: PHONE }],
  ['es', 'a desktop, in Spanish', { viewport: DESKTOP, locale: 'es-US' }],
  ['en', 'a phone, without scripts', { viewport: PHONE, javaScriptEnabled: false }],
] as const)('from nothing to a plan, a circle and first words (%s, %s)', async (lang, _, options) => {
  const email = `${lang}-${Boolean('javaScriptEnabled' in options)}@example.com`;
  const lena = await visit(browser, server.url, options);
  await signUp(lena, lang, email);
  await answer(lena, lang);

  const { page } = lena;
  const t = translator(lang);
  for (const kind of KINDS)
    expect(
      await page
        .locator('.step .chip')
        .filter({ hasText: t(`ui.kind.${kind}`) })
        .count(),
      kind,
    ).toBeGreaterThan(0);

  await lena.open('/circles?near=60614');
  await page.getByRole('link', { name: 'Night Feeds, Lakeview' }).first().click();
  await page.getByRole('heading', { name: 'Night Feeds, Lakeview', level: 1 }).waitFor();
  await lena.look();
  await page
    .getByRole('button', { name: t('circles.join') })
    .first()
    .click();
  await page
    .getByRole('textbox', { name: t('conversation.mind') })
    .fill('Hello from the third night in a row.');
  await lena.look();
  await page.getByRole('button', { name: t('conversation.post'), exact: true }).click();
  await page.getByText('Hello from the third night in a row.').first().waitFor();
  await lena.look();
  await lena.close();
});
