import { Temporal } from 'temporal-polyfill';
import { afterAll, expect, test } from 'vitest';
import { translator } from '../../src/platform/i18n/index.ts';
import { openBrowser, visit } from '../kit/browser.ts';
import { startServer } from '../kit/server.ts';

const browser = await openBrowser();
const server = await startServer({ args: ['--demo'] });
afterAll(() => server.stop());
const t = translator('en');
const TITLE = 'Round the lagoon';
const inDays = (days: number) =>
  Temporal.Now.zonedDateTimeISO('America/Chicago').toPlainDate().add({ days }).toString();

test('a gathering is planned on a phone, followed, moved from its second time on, and called off', async () => {
  const rosa = await visit(browser, server.url);
  const { page } = rosa;
  /** The events of that name in the community's feed, each as its lines. */
  const feed = async () => {
    const text = (await (await page.request.get('/gatherings.ics')).text()).replaceAll('\r\n ', '');
    return text.split('BEGIN:VEVENT').filter((event) => event.includes(`SUMMARY:${TITLE}`));
  };
  await page.goto('/demo/sign-in/rosa');
  await page.goto('/language?to=en&back=/calendar');
  await rosa.open('/gatherings/new');
  await page.fill('[name=title]', TITLE);
  await page.locator('[name=kind]').selectOption('walk');
  await page.fill('[name=date]', inDays(3));
  await page.fill('[name=startTime]', '10:00');
  await page.locator('[name=repeats]').selectOption('weekly');
  await page.fill('[name=times]', '4');
  await page.fill('[name=near]', '60614');
  await page.locator('[name=seenBy][value=public]').check({ force: true });
  await page
    .getByRole('button', { name: t('gatherings.plan-now') })
    .last()
    .click();
  await page.getByRole('heading', { name: TITLE }).waitFor();
  await rosa.look();
  const [planned, ...more] = await feed();
  expect(more).toEqual([]);
  expect(planned).toMatch(/RRULE:FREQ=WEEKLY[^\r]*COUNT=4/);
  expect(planned).toContain(`DTSTART;TZID=America/Chicago:${inDays(3).replaceAll('-', '')}T100000`);

  await page.locator('.next-dates a').first().click();
  await page.waitForURL(/\/occurrences\//); // the page before has a link to change it as well
  await page.getByRole('link', { name: t('gatherings.edit') }).click();
  await page.getByRole('link', { name: t('gatherings.span.following') }).click();
  await page.fill('[name=startTime]', '11:30');
  await page
    .getByRole('button', { name: t('gatherings.save') })
    .last()
    .click();
  await page.getByText(t('gatherings.saved'), { exact: true }).waitFor();
  await rosa.look();
  const both = await feed();
  expect(both.some((event) => event.includes(`${inDays(10).replaceAll('-', '')}T113000`))).toBe(true);
  expect(both.some((event) => event.includes(`${inDays(3).replaceAll('-', '')}T100000`))).toBe(true);
  expect(both.join('')).not.toContain('STATUS:CANCELLED');

  // Answered with a key, the next key goes on from the answer, not from the top of the page.
  await page.locator('summary', { hasText: t('coming.host-place') }).click();
  await page.locator('.coming-answers [value=yes]').focus();
  await page.keyboard.press('Enter');
  await page.getByText(t('coming.said.yes')).waitFor();
  await page.locator('.coming-answers [value=yes]:focus').waitFor();

  await page.getByRole('link', { name: t('gatherings.cancel-all') }).click();
  await page.getByRole('button', { name: t('gatherings.cancel-now') }).click();
  await page.getByText(t('gatherings.cancelled'), { exact: true }).waitFor();
  const later = (await feed()).filter((event) => event.includes('T113000'));
  expect(later.length).toBeGreaterThan(0);
  for (const event of later) expect(event).toContain('STATUS:CANCELLED');
  await rosa.close();
});

test('without JavaScript Maya finds a story time, says she comes, and finds it in her calendar', async () => {
  const maya = await visit(browser, server.url, { javaScriptEnabled: false });
  const { page } = maya;
  await page.goto('/demo/sign-in/maya');
  await page.goto('/gatherings');
  await page.fill('[name=near]', '60614');
  await page.locator('[name=kind]').selectOption('workshop');
  await page.getByRole('button', { name: t('agenda.find') }).click();
  await page.locator('main h3 a').first().click();
  const name = await page.locator('h1').textContent();
  await page.getByRole('button', { name: t('coming.yes') }).click();
  await page.getByText(t('agenda.answer.yes')).first().waitFor();
  await page.goto('/calendar');
  await page.getByRole('link', { name: name! }).waitFor();
  await maya.close();
});
