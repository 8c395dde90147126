import { createHmac } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { translator } from '../../src/platform/i18n/index.ts';
import { openBrowser, visit } from '../kit/browser.ts';
import { calendarIn } from '../kit/claims.ts';
import { startServer } from '../kit/server.ts';

const browser = await openBrowser();
const server = await startServer();
const { owner, people, keys, made, end } = await calendarIn(server.dataDir, 14);
afterAll(async () => {
  await end();
  await server.stop();
});
const t = translator('en');
const HOME = '12 Larkspur Lane';
const MAIL = 'sam@example.net';
const TODAY = "(now() AT TIME ZONE 'America/Chicago')::date";

/** The server's clock is the machine's: the turn is moved instead. */
const move = (brings: string, sql: string) =>
  owner.query(`UPDATE help_slots SET ${sql} WHERE brings = $1`, [brings]);
const slotOf = async (brings: string) =>
  (await owner.query('SELECT slot_id, starts_at FROM help_slots WHERE brings = $1', [brings])).rows;

test('Sam opens the link on a phone without an account, takes a dinner, is reminded, changes it, and finds the door on the day', async () => {
  const maya = await visit(browser, server.url);
  const { sessionToken } = people.maya;
  const signature = createHmac('sha256', keys.secret).update(sessionToken).digest('base64');
  const value = encodeURIComponent(`${sessionToken}.${signature}`);
  await maya.context.addCookies([{ name: 'better-auth.session_token', value, url: server.url }]);
  await maya.open('/help-calendars');
  await maya.page.locator('main li h2 a').first().click();
  await maya.page
    .getByRole('link', { name: t('help-calendars.wishes') })
    .first()
    .click();
  await maya.page.fill('[name=allergies]', 'Walnuts');
  await maya.page.fill('[name=address]', HOME);
  await maya.look();
  await maya.page.getByRole('button', { name: t('help-calendars.save') }).click();
  await maya.page.getByText(t('help-calendars.wishes-saved')).waitFor();
  await maya.page.getByRole('link', { name: t('help-calendars.link'), exact: true }).click();
  const link = new URL((await maya.page.locator('.feed-address code').textContent())!).pathname;
  expect(link).toBe(made.link);
  await maya.look();

  const sam = await visit(browser, server.url);
  await sam.open(link);
  const free = sam.page.locator('.turn.open', { hasText: t('help-calendars.task.meal') });
  await free.first().getByRole('link').click();
  await sam.page.fill('[name=name]', 'Sam');
  await sam.page.fill('[name=mail]', MAIL);
  await sam.page.fill('[name=brings]', 'Pozole');
  await sam.page.getByRole('button', { name: t('help-calendars.claim') }).click();
  await sam.page.getByText(t('help-calendars.yours'), { exact: true }).waitFor();
  await sam.look();

  await maya.page.goto('/calendar');
  await maya.page.getByText('Sam').waitFor();

  const claimed = new URL(sam.page.url()).pathname;
  const subject = (kind: 'taken' | 'day') => t(`help-calendars.mail.subject.${kind}`, { name: 'Maya' });
  const has = (kind: 'taken' | 'day') =>
    expect
      .poll(async () => (await server.letters(MAIL)).map((letter) => letter.subject), { timeout: 30_000 })
      .toContain(subject(kind));
  await has('taken');
  // Until he opens the letter that went to his own address, he is anybody who typed one.
  await sam.open(claimed);
  await sam.page.getByText(t('help-calendars.not-yet.letter'), { exact: true }).waitFor();
  const first = (await server.letters(MAIL)).find((letter) => letter.subject === subject('taken'))!;
  const behind = /\/helping\/letter\/[\w-]{22}/.exec(first.text!)![0];
  expect(`${first.text}${first.html}`).not.toContain(claimed);
  await sam.open(behind);
  await sam.look();
  await sam.page.getByRole('button', { name: t('help-calendars.letter-yes') }).click();
  await sam.page.getByText(t('help-calendars.letter-answered'), { exact: true }).waitFor();
  const mine = new URL(sam.page.url()).pathname;
  expect(mine).not.toBe(claimed);

  // It is the evening before: reminded as the clock would, and asked about what falls through.
  await move(
    'Pozole',
    `taken_at = now() - interval '2 days', day = ${TODAY} + 1,
    starts_at = (${TODAY} + 1 + time '17:00') AT TIME ZONE 'America/Chicago',
    ends_at = (${TODAY} + 1 + time '19:00') AT TIME ZONE 'America/Chicago'`,
  );
  await owner.query(
    `SELECT access.remind_of_turns((${TODAY} + time '18:01') AT TIME ZONE 'America/Chicago') FROM set_config('app.job', 'yes', true)`,
  );
  await owner.query('UPDATE help_tellings SET due_at = now()');
  await sam.open(mine);
  expect(await sam.page.content()).not.toContain(HOME);
  await sam.page.getByRole('button', { name: t('help-calendars.stand-by') }).click();
  await has('day');
  const reminder = (await server.letters(MAIL)).find((letter) => letter.subject === subject('day'))!;
  expect(reminder.text).toContain(mine);
  expect(`${reminder.text}${reminder.html}`).not.toContain(HOME);
  await move(
    'Pozole',
    `day = ${TODAY}, starts_at = now() + interval '5 minutes', ends_at = now() + interval '1 hour'`,
  );

  // On the day: the door. He changes to another day: it is gone again.
  await sam.open(mine);
  await sam.page.getByText(HOME).waitFor();
  await sam.page.getByText(t('help-calendars.change-turn')).click();
  const swap = sam.page.locator('form[action$="/swap"]');
  await swap.locator('select').selectOption({ index: 2 });
  await swap.getByRole('button').click();
  await sam.page.getByText(t('help-calendars.swapped'), { exact: true }).waitFor();
  await sam.look();
  expect(await sam.page.content()).not.toContain(HOME);
  const [after] = await slotOf('Pozole');
  expect(+after!.starts_at).toBeGreaterThan(Date.now() + 4 * 3_600_000);
  await maya.page.goto('/help-calendars');
  await maya.page.locator('main li h2 a').first().click();
  await maya.page.getByText('Sam brings Pozole').waitFor();
  await maya.look();
  await sam.close();
  await maya.close();
});
