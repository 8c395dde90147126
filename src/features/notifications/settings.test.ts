import { expect, test } from 'vitest';
import { HIDDEN_CIRCLE, NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';

const world = await newWorld();
const { owner } = world;
const { maya, rosa } = world.people;
const page = (name: 'maya' | 'rosa' | 'vera') => world.as(name).get('/me/notifications');
const save = (said: Record<string, string | string[]>) => world.as('maya').post('/me/notifications', said);
const row = async (table: string) =>
  (await owner.query(`SELECT * FROM ${table} WHERE member_id = $1`, [maya.memberId])).rows;

test('the page offers her own circles and no other', async () => {
  const hers = (await page('maya')).text;
  expect(hers).toContain(`value="${NIGHT_FEEDS}"`);
  expect(hers).not.toContain(HIDDEN_CIRCLE);
  expect((await page('rosa')).text).toContain('The Quiet Cellar');
  expect((await page('vera')).text).not.toContain('name="watching"');
});

test('what she chooses is kept, beside what she answered before', async () => {
  await world.as('maya').post('/welcome/5', { by: 'app', requestsOnly: 'yes', oneToOne: 'yes' });
  const done = await save({
    mail: 'weekly',
    [`mail-${NIGHT_FEEDS}`]: 'daily',
    watching: NIGHT_FEEDS,
    contentFree: 'yes',
    quietFrom: '21:00',
    quietTo: '07:00',
  });
  expect([done.status, done.location]).toEqual([303, '/me/notifications']);
  expect((await row('answers'))[0].contact).toEqual({
    by: 'mail',
    requestsOnly: true,
    oneToOne: true,
    contentFree: true,
    quietFrom: '21:00',
    quietTo: '07:00',
  });
  expect(await row('notification_settings')).toMatchObject([
    { by_mail: true, content_free: true, quiet_from: '21:00:00', quiet_to: '07:00:00' },
  ]);
  expect(await row('circle_notification_settings')).toMatchObject([{ watching: true }]);
  const shown = (await page('maya')).text;
  expect(shown).toMatch(/name="mail" value="weekly" checked/);
  expect(shown).toMatch(/<option value="21:00" selected/);
  expect(shown).toMatch(/<option value="daily" selected/);
  expect((await world.as('maya').get('/welcome/5')).text).toMatch(/<option value="21:00" selected/);
});

test('leaving a circle takes along what she chose for it', async () => {
  await owner.query('DELETE FROM circle_members WHERE member_id = $1', [maya.memberId]);
  expect(await row('circle_notification_settings')).toEqual([]);
  await owner.query('INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3)', [
    maya.communityId,
    NIGHT_FEEDS,
    maya.memberId,
  ]);
});

test.each([
  ['half of quiet hours', { mail: 'none', quietFrom: '21:00', quietTo: '' }],
  ['an hour that is none', { mail: 'none', quietFrom: '25:00', quietTo: '07:00' }],
  ['no answer about mail', {}],
  ['a mode that is none', { mail: 'hourly' }],
  ['a circle she is not in', { mail: 'none', watching: HIDDEN_CIRCLE }],
  ['a circle’s mode that is none', { mail: 'none', [`mail-${NIGHT_FEEDS}`]: 'hourly' }],
])('%s is refused, and what she said stays in the form', async (_, said) => {
  const before = await row('answers');
  const refused = await save({ contentFree: 'yes', ...said });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('role="alert"');
  expect(refused.text).toMatch(/name="contentFree" value="yes" checked/);
  expect(await row('answers')).toEqual(before);
});

test('nobody else reads or writes what she chose', async () => {
  for (const table of ['notification_settings', 'circle_notification_settings', 'notifications']) {
    const seen = await world.parts.db.read(rosa, (tx) =>
      tx.hot<{ member_id: string }>(`SELECT member_id FROM ${table}`, []),
    );
    expect(seen.filter(({ member_id }) => member_id !== rosa.memberId)).toEqual([]);
  }
  await expect(
    world.parts.db.write(rosa, (tx) =>
      tx.hot(
        'INSERT INTO circle_notification_settings (community_id, circle_id, member_id) VALUES ($1, $2, $3)',
        [maya.communityId, NIGHT_FEEDS, maya.memberId],
      ),
    ),
  ).rejects.toThrow(/row-level security/);
});
