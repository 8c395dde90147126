import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, expect, test } from 'vitest';
import { aMentor, aProgram, aTrainingItem } from '../src/features/programs/programs.fixture.ts';
import { translator } from '../src/platform/i18n/index.ts';
import { DESKTOP, openBrowser, type Visit, visit } from './kit/browser.ts';
import type { People } from './kit/people.ts';
import { newWorld } from './kit/world.ts';

const world = await newWorld();
const server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' });
afterAll(() => new Promise((closed) => server.close(closed)));
const browser = await openBrowser();
const t = translator('en');
const program = await aProgram(world);
const itemId = await aTrainingItem(world, program);
await aMentor(world, program, { who: 'rosa', capacity: 1, about: 'Two babies, eleven months apart.' });
await world.as('admin').post(`/community/programs/${program}/mentors/${world.people.rosa.memberId}/checks`, {
  what: 'training',
  itemId,
  doneOn: '2026-01-02',
});

/** Somebody's phone, signed in. */
async function phone(who: keyof People, options = {}) {
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const seen = await visit(browser, url, options);
  const [name, value] = [...world.as(who).cookies].find(([cookie]) => cookie.endsWith('session_token'))!;
  await seen.context.addCookies([{ name, value, url }]);
  return seen;
}
const press = ({ page }: Visit, name: string) => page.getByRole('button', { name, exact: true }).click();
const tick = ({ page }: Visit, words: string) =>
  page.locator('label').filter({ hasText: words }).first().click();
/** Opens the newest notification that says so. */
async function follows({ page }: Visit, words: RegExp) {
  await page.goto('/notifications');
  await page.getByRole('link', { name: words }).first().click();
}
const hoursOn = (hours: number) => new Date(Date.now() + hours * 3_600_000);

/** She offers herself on her phone; a coordinator notes what was seen done, and says yes. */
async function danaBecomesAMentor(dana: Visit, admin: Visit) {
  await dana.page.goto(`/programs/${program}`);
  await dana.page.locator(`main a[href="/programs/${program}/mentor"]`).click();
  await tick(dana, t('words.topic.nicu'));
  await tick(dana, t('words.language.en'));
  await dana.page.fill('[name=about]', 'Nine weeks early, and well now.');
  await dana.page.locator('[name=recoveredMonth]').selectOption('3');
  await dana.page.locator('[name=recoveredYear]').selectOption('2021');
  await dana.page.locator('[name=capacity][value="2"]').check({ force: true });
  await dana.page.locator('[name=agreed]').check();
  await press(dana, t('programs.form.apply'));
  await dana.page.getByText(t('programs.notice.applied')).waitFor();

  await follows(admin, /mentor/);
  await admin.page.getByRole('link', { name: 'Dana' }).click();
  await admin.page.getByRole('heading', { name: 'Dana', level: 1 }).waitFor();
  const note = admin.page.getByRole('button', { name: /^Note/ });
  for (let left = await note.count(); left > 0; left -= 1) {
    await note.first().click();
    await expect.poll(() => note.count()).toBe(left - 1);
  }
  await press(admin, t('programs.decide.yes'));
  await admin.page.getByText(t('programs.notice.approved')).waitFor();
}

/** She asks, reads why each may suit her and no name, and asks one of them. */
async function mayaAsksDana(maya: Visit) {
  const { page } = maya;
  await page.goto(`/programs/${program}`);
  await page.locator(`main a[href="/programs/${program}/mentee"]`).click();
  await tick(maya, t('matches.ask.danger-no'));
  await page.fill('[name=note]', 'He does not know that I am here.');
  await page.locator('[name=agreed]').check();
  await maya.look();
  await press(maya, t('matches.ask.do'));
  await page.getByRole('link', { name: t('matches.standing.to-suggestions') }).click();
  await page.getByText('Nine weeks early, and well now.').waitFor();
  await maya.look();
  expect(await page.getByRole('button', { name: t('matches.suggestions.ask') }).count()).toBe(2);
  expect(await page.locator('main li, main p').filter({ hasText: /NICU/i }).count()).toBeGreaterThan(0);
  expect(await page.locator('main').textContent()).not.toMatch(/Dana|Rosa/);
  await page
    .locator('.card', { hasText: 'Nine weeks early' })
    .getByRole('button', { name: t('matches.suggestions.ask') })
    .click();
  await page.getByText(t('matches.standing.waits-for-mentor')).waitFor();
}

test('Dana becomes a mentor; Maya is matched and sees why; Dana goes silent; Maya is rematched', async () => {
  await world.owner.query(
    `INSERT INTO answers (community_id, member_id, topics, languages, free) VALUES ($1, $2, '{nicu}', '{en}', '{2-evening}')`,
    [world.people.maya.communityId, world.people.maya.memberId],
  );
  const dana = await phone('dana');
  const admin = await phone('admin', { viewport: DESKTOP });
  await danaBecomesAMentor(dana, admin);
  const maya = await phone('maya');
  await mayaAsksDana(maya);

  // Dana says yes without a script, not knowing to whom; then each has the other's name, and a room.
  const plain = await phone('dana', { javaScriptEnabled: false });
  await follows(plain, /would like someone like you/);
  await plain.look();
  expect(await plain.page.locator('main').textContent()).not.toContain('Maya');
  await press(plain, t('matches.proposal.yes-mentor'));
  await plain.page.getByRole('heading', { name: 'Maya', level: 1 }).waitFor();
  await plain.page.getByText('He does not know that I am here.').waitFor();
  await follows(maya, /You have both said yes/);
  await maya.page.getByRole('heading', { name: 'Dana', level: 1 }).waitFor();
  await maya.page.getByRole('link', { name: t('pairs.room') }).waitFor();

  // Nothing from her in 48 hours: she is nudged, a day later Maya is asked, then the coordinator knows.
  const kinds = async (who: keyof People) => {
    const { rows } = await world.owner.query(
      `SELECT kind FROM notifications WHERE member_id = $1 AND kind LIKE 'mentoring.%' ORDER BY created_at`,
      [world.people[who].memberId],
    );
    return rows.map(({ kind }) => kind);
  };
  for (const hours of [47, 49, 74, 99]) await world.job('pairs.watching', hoursOn(hours));
  expect([await kinds('dana'), await kinds('maya'), await kinds('admin')]).toEqual([
    ['mentoring.may-be-waiting'],
    ['mentoring.in-touch'],
    ['mentoring.quiet'],
  ]);
  const asked = async () =>
    (await world.owner.query('SELECT state, asked_at FROM mentee_requests')).rows as {
      state: string;
      asked_at: Date;
    }[];
  const [before] = await asked();

  // Somebody else in two taps, and she is where she was in the line.
  await follows(maya, /Dana/);
  await maya.look();
  await press(maya, t('pairs.silence.someone-else'));
  await maya.page.waitForURL('**/rematch');
  await press(maya, t('pairs.rematch.mentee'));
  await maya.page.getByText(t('pairs.notice.rematch')).waitFor();
  expect(await asked()).toEqual([{ state: 'waiting', asked_at: before!.asked_at }]);

  // This time somebody chooses for her: the round proposes Rosa, and is approved in one act.
  await maya.page.goto(`/programs/${program}/mentee/wishes`);
  await tick(maya, t('matches.ask.chooses-coordinator'));
  await press(maya, t('matches.wishes.keep'));
  await maya.page.getByText(t('matches.standing.coordinator')).waitFor();
  await admin.page.goto(`/community/programs/${program}/board`);
  await admin.look();
  expect(await admin.page.locator('main form').first().textContent()).not.toContain('Dana');
  // How many, as they are chosen: with every tap.
  const send = (chosen: number) => `${t('matches.board.approve')} (${chosen})`;
  await admin.page.getByRole('button', { name: send(1), exact: true }).waitFor();
  await admin.page.locator('details.disclosure summary').first().click();
  await tick(admin, t('matches.board.not-now'));
  await admin.page.getByRole('button', { name: send(0), exact: true }).waitFor();
  await admin.page.locator('input[name^=with-]').first().check({ force: true });
  await press(admin, send(1));
  await admin.page.getByText(t('matches.outcome.proposed', { count: 1 })).waitFor();
  await follows(maya, /somebody who may suit you/i);
  await maya.page.getByText('Two babies, eleven months apart.').waitFor();
  await press(maya, t('matches.proposal.yes-mentee'));
  const rosa = await phone('rosa', { javaScriptEnabled: false });
  await follows(rosa, /would like someone like you/);
  await press(rosa, t('matches.proposal.yes-mentor'));
  await rosa.page.getByRole('heading', { name: 'Maya', level: 1 }).waitFor();
  for (const { close } of [dana, admin, maya, plain, rosa]) await close();
}, 300_000);
