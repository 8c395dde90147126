import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';

const world = await newWorld();
const admin = world.as('admin');
const good = {
  name: 'Lakeview Porch',
  postcode: '60657',
  languages: ['en'],
  charter: 'Be kind.',
  timeZone: 'America/Chicago',
};

test('a coordinator changes the community, and the next page says so', async () => {
  expect(
    (await admin.post('/community/settings', { ...good, name: 'Belmont <Porch>', postcode: '60640' })).status,
  ).toBe(303);
  const { text } = await admin.get('/community');
  expect(text).toContain('Belmont &lt;Porch&gt;');
  const { rows } = await world.owner.query(
    'SELECT postcode, region FROM communities WHERE community_id = $1',
    [world.people.admin.communityId],
  );
  expect(rows[0]).toEqual({ postcode: '60640', region: 'IL' });
});

test('that mail is not sent is said once', async () => {
  const { text } = await admin.get('/community');
  expect(text.match(/SMTP_URL/g)).toHaveLength(1);
});

test('an unknown postcode is told beside the field, and nothing changes', async () => {
  const answer = await admin.post('/community/settings', { ...good, name: 'Never', postcode: '00000' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('We do not know this code');
  expect((await admin.get('/community')).text).not.toContain('Never');
});

test('a member becomes a moderator and is one at once; nobody lifts herself', async () => {
  expect((await world.as('vera').get('/moderation')).status).toBe(403);
  expect(
    (await admin.post(`/community/people/${world.people.vera.memberId}/role`, { role: 'moderator' })).status,
  ).toBe(303);
  expect((await world.as('vera').get('/moderation')).status).toBe(200);
  expect(
    (await admin.post(`/community/people/${world.people.admin.memberId}/role`, { role: 'member' })).status,
  ).toBe(404);
  expect(
    (await admin.post(`/community/people/${world.people.nora.memberId}/role`, { role: 'moderator' })).status,
  ).toBe(404);
  expect(
    (await admin.post(`/community/people/${world.people.maya.memberId}/role`, { role: 'queen' })).status,
  ).toBe(404);
});

test('people are found by a part of their name, whatever signs it holds', async () => {
  expect((await admin.get('/community/people?name=ay')).text).toContain('Maya');
  expect((await admin.get('/community/people?name=ay')).text).not.toContain('Rosa');
  expect((await admin.get('/community/people?name=%25')).text).toContain('Nobody of that name');
});
