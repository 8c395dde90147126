import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';

const world = await newWorld();
const [maya, dana, vera, rosa] = (['maya', 'dana', 'vera', 'rosa'] as const).map((name) =>
  world.as(name),
) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
];
const OFFER = {
  experiences: ['nicu', 'low-mood'],
  languages: ['en', 'es'],
  capacity: '1',
  online: 'yes',
  about: 'Five years on.',
};
const danasPage = `/mentors/${world.people.dana.memberId}`;

async function introductionId(): Promise<string> {
  const { rows } = await world.owner.query(
    `SELECT introduction_id AS id FROM introductions ORDER BY created_at DESC LIMIT 1`,
  );
  return rows[0].id;
}

test('Dana offers an ear; Maya asks, Dana says yes, and the two share a room nobody else knows', async () => {
  expect((await dana.post('/mentoring/offer', OFFER)).status).toBe(303);
  expect((await maya.get(danasPage)).text).toContain('Five years on.');
  expect((await maya.post(`${danasPage}/introductions`, { message: 'Ours was early too.' })).status).toBe(
    303,
  );
  expect((await dana.get('/mentoring')).text).toContain('Ours was early too.');
  expect((await rosa.get('/mentoring')).text).not.toContain('Ours was early too.');

  const yes = await dana.post(`/introductions/${await introductionId()}/acceptance`);
  expect(yes.location).toMatch(/^\/circles\//);
  const { rows } = await world.owner.query(
    `SELECT c.joining, c.of_two, c.member_count, array_agg(m.member_id) AS people FROM circles c JOIN circle_members m USING (circle_id)
     WHERE c.circle_id = $1 GROUP BY 1, 2, 3`,
    [yes.location!.slice('/circles/'.length)],
  );
  expect(rows[0]).toMatchObject({ joining: 'hidden', of_two: true, member_count: 2 });
  expect(rows[0].people.sort()).toEqual([world.people.maya.memberId, world.people.dana.memberId].sort());
});

test('nobody is given more than she offered, however many ask at once', async () => {
  await rosa.post('/mentoring/offer', { ...OFFER, capacity: '2' });
  const page = `/mentors/${world.people.rosa.memberId}/introductions`;
  const all = await Promise.all(
    [maya, dana, vera, world.as('mo'), world.as('admin')].map((who) => who.post(page, { message: '' })),
  );
  expect(all.map((answer) => answer.status)).toEqual([303, 303, 303, 303, 303]);
  const { rows } = await world.owner.query(
    'SELECT count(*)::int AS asked FROM introductions WHERE mentor_id = $1',
    [world.people.rosa.memberId],
  );
  expect(rows[0].asked).toBe(2);
});

test('a resting offer cannot be found or asked, and blocked people never meet', async () => {
  await vera.post('/mentoring/offer', { ...OFFER, paused: 'yes' });
  expect((await maya.get(`/mentors/${world.people.vera.memberId}`)).status).toBe(404);
  expect((await maya.post(`/mentors/${world.people.vera.memberId}/introductions`)).status).toBe(404);
  await world.as('bea').post('/mentoring/offer', OFFER);
  expect((await maya.get(`/mentors/${world.people.bea.memberId}`)).status).toBe(404);
});

test('what does not fit is told beside the field, and nothing is kept', async () => {
  const answer = await world.as('mo').post('/mentoring/offer', { capacity: '9', languages: ['klingon'] });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Choose at least one thing you have been through.');
  expect(answer.text).toContain('Choose a number from 1 to 5.');
  const { rows } = await world.owner.query('SELECT 1 FROM mentor_offers WHERE member_id = $1', [
    world.people.mo.memberId,
  ]);
  expect(rows).toEqual([]);
});

test('an answer given once stays given', async () => {
  await world.as('admin').post('/mentoring/offer', { ...OFFER, capacity: '3' });
  await vera.post(`/mentors/${world.people.admin.memberId}/introductions`, { message: 'Hello' });
  const id = await introductionId();
  expect((await maya.post(`/introductions/${id}/refusal`)).status).toBe(404);
  expect((await vera.post(`/introductions/${id}/acceptance`)).status).toBe(404);
  expect((await world.as('admin').post(`/introductions/${id}/refusal`)).status).toBe(303);
  expect((await world.as('admin').post(`/introductions/${id}/acceptance`)).status).toBe(404);
});

test('of sixteen languages the likeliest and those she chose are in sight, the rest under one tap', async () => {
  await vera.post('/mentoring/offer', { ...OFFER, languages: ['ko'] });
  const { text } = await vera.get('/mentoring/offer');
  const lid = text.indexOf('<details');
  expect(text.indexOf('value="es"')).toBeLessThan(lid);
  expect(text).toMatch(/value="ko" checked/);
  expect(text.indexOf('value="ko"')).toBeLessThan(lid);
  expect(text.indexOf('value="pt"')).toBeGreaterThan(lid);
});

test('the two plan a call: it stands in both calendars, on the clocks of each, and in nobody else’s', async () => {
  await world.owner.query(`UPDATE members SET time_zone = 'America/New_York' WHERE member_id = $1`, [
    world.people.maya.memberId,
  ]);
  const { rows } = await world.owner.query(
    `SELECT introduction_id AS id FROM introductions WHERE state = 'accepted' AND mentee_id = $1 AND mentor_id = $2`,
    [world.people.maya.memberId, world.people.dana.memberId],
  );
  const calls = `/introductions/${rows[0].id}/calls`;
  expect((await maya.get('/mentoring')).text).toContain(`${calls}/new`);
  expect((await dana.get(`${calls}/new`)).text).toMatch(/for you and .* for Maya now/);
  const wrong = await maya.post(calls, { date: '2020-02-31', startTime: '25:00', minutes: '7', link: 'x' });
  expect(wrong.status).toBe(422);
  expect((await maya.post(calls, { date: '', startTime: '', minutes: '30' })).status).toBe(422);

  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const link = 'https://video.example.org/room';
  const made = await maya.post(calls, {
    date: day,
    startTime: '10:00',
    minutes: '30',
    link,
    note: 'By phone?',
  });
  expect(made.location).toMatch(/^\/gatherings\//);
  expect((await maya.get('/calendar')).text).toContain('Call: Maya and Dana');
  expect((await dana.get('/calendar')).text).toContain('Call: Maya and Dana');
  expect((await dana.get('/notifications')).text).toContain('Call: Maya and Dana');
  for (const other of [rosa, vera]) {
    expect((await other.get('/calendar')).text).not.toContain('Call: Maya');
    expect((await other.get(made.location!)).status).toBe(404);
    expect((await other.get(`${calls}/new`)).status).toBe(404);
  }
});
