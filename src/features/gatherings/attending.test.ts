import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { cannotComePath } from '../notifications/index.ts';
import { inDays, makeGathering } from './a-gathering.fixture.ts';
import { standing, told } from './crowd.fixture.ts';

const world = await newWorld();
const { maya, vera, dana } = world.people;
const moved = (occurrenceId: string, minutes: number) =>
  world.owner.query(
    `UPDATE occurrences SET starts_at = now() + $2 * interval '1 minute', ends_at = now() + ($2 + 60) * interval '1 minute'
     WHERE occurrence_id = $1`,
    [occurrenceId, minutes],
  );

test('who is not signed in is led there and back to the same button', async () => {
  const { path } = await makeGathering(world, { by: 'admin', seenBy: 'public' });
  const seen = await world.nobody().get(path);
  expect(seen.text).toContain(`href="${path}/rsvp?answer=maybe"`);
  const way = await world.nobody().get(`${path}/rsvp?answer=maybe`);
  expect(way.location).toBe(`/sign-in?next=${encodeURIComponent(`${path}/rsvp?answer=maybe`)}`);
  const back = await world.as('maya').get(`${path}/rsvp?answer=maybe`);
  expect(back.location).toBe(`${path}?answer=maybe#coming`);
  const page = await world.as('maya').get(`${path}?answer=maybe`);
  expect(page.text).toMatch(/<button type="submit" class="btn" name="answer" value="maybe"/);
  expect((await standing(world, path.slice(-36))).seats_taken).toBe(0);
});

test('one tap says it, one takes it back, and no word blames', async () => {
  const { path } = await makeGathering(world, { capacity: 2 });
  const as = world.as('maya');
  const yes = await as.post(`${path}/rsvp`, { answer: 'yes' });
  expect(yes.location).toBe(`${path}?said=yes&was=none#coming`);
  expect((await as.get(`${path}?said=yes&was=none`)).text).toContain('You are coming.');
  const no = await as.post(`${path}/rsvp`, { answer: 'no' });
  const after = (await as.get(no.location!.replace('#coming', ''))).text;
  expect(after).toContain('Plans change. Your place goes to the next person.');
  expect(after).toMatch(/name="answer" value="yes"[^>]*>Undo/);
  await as
    .post(`${path}/rsvp`, { answer: 'yes', children: '9' })
    .then(({ status }) => expect(status).toBe(422));
  await as.post(`${path}/rsvp`, { answer: 'yes', children: '1', guests: '0', company: 'wanted' });
  await world.as('vera').post(`${path}/rsvp`, { answer: 'yes' });
  expect((await world.as('vera').get(path)).text).toContain('You are number 1 on the waitlist.');
  expect((await world.as('dana').get(path)).text).toContain('On the waitlist you would be number 2');
});

test('who comes is known to those coming and to whoever runs it', async () => {
  const { path } = await makeGathering(world);
  for (const name of ['dana', 'vera'] as const) await world.as(name).post(`${path}/rsvp`, { answer: 'yes' });
  expect((await world.as('vera').get(path)).text).toContain('Dana');
  expect((await world.as('rosa').get(path)).text).toContain('Dana');
  expect((await world.as('maya').get(path)).text).not.toContain('Dana');
});

test('a link in a letter gives the place back without signing in, shows nothing, and ends with it', async () => {
  const { path, occurrences } = await makeGathering(world, { capacity: 1, title: 'Feeding group' });
  const occurrenceId = occurrences[0]!.occurrenceId;
  for (const name of ['maya', 'vera'] as const) await world.as(name).post(`${path}/rsvp`, { answer: 'yes' });
  const link = cannotComePath(world.parts.keys, { ...maya, occurrenceId });
  const looked = await world.nobody().get(link);
  expect(looked.text).toContain('I can’t come');
  expect(looked.text).not.toMatch(/Maya|Feeding/);
  expect((await standing(world, occurrenceId)).coming).toEqual([maya.memberId]);
  const done = await world.nobody().raw(link, { method: 'POST' });
  expect([done.status, done.headers.get('location')]).toEqual([303, `${link}?done=yes`]);
  expect((await standing(world, occurrenceId)).coming).toEqual([vera.memberId]);
  expect(await told(world, 'gatherings.promoted', occurrenceId)).toEqual([vera.memberId]);
  // Said again it is as good as once; and who mistook the button is back in the line, not in another's place.
  expect((await world.nobody().raw(link, { method: 'POST' })).headers.get('location')).toBe(`${link}?done`);
  expect((await world.nobody().get(`${link}?done=yes`)).text).toContain(`action="${link}/undo?was=yes"`);
  const undo = () => world.nobody().raw(`${link}/undo?was=yes`, { method: 'POST' });
  expect((await undo()).headers.get('location')).toBe(`${link}?undone=waiting`);
  expect((await world.nobody().get(`${link}?undone=waiting`)).text).toContain('You are on the waitlist.');
  expect(await standing(world, occurrenceId)).toMatchObject({
    coming: [vera.memberId],
    line: [maya.memberId],
  });
  expect((await undo()).status, 'there is nothing to take back').toBe(404);
  await world.nobody().raw(link, { method: 'POST' });
  await world.owner.query(`UPDATE rsvps SET answered_at = now() - interval '61 minutes'`);
  expect((await undo()).status, 'an hour has passed').toBe(404);
  expect((await world.nobody().get(`${link}?done=yes`)).text).not.toContain('/undo');
  // Hers and for this one alone: another's id under the same signature opens nothing.
  const forged = cannotComePath(world.parts.keys, { ...vera, occurrenceId }).split('.')[0]!;
  for (const rest of ['', '/undo?was=yes'])
    expect(
      (await world.nobody().raw(`${forged}.${link.split('.')[1]}${rest}`, { method: 'POST' })).status,
    ).toBe(404);
  await moved(occurrenceId, -120);
  const old = cannotComePath(world.parts.keys, { ...vera, occurrenceId });
  expect((await world.nobody().get(old)).text).toContain('There is nothing to do any more');
  await world.nobody().raw(old, { method: 'POST' });
  expect((await standing(world, occurrenceId)).coming).toEqual([vera.memberId]);
});

test('who came is marked from half an hour before, by whoever runs it, and read by nobody else', async () => {
  const { path, occurrences } = await makeGathering(world);
  const id = occurrences[0]!.occurrenceId;
  for (const name of ['dana', 'vera'] as const) await world.as(name).post(`${path}/rsvp`, { answer: 'yes' });
  const mark = (fields: Record<string, string>, who: 'rosa' | 'vera' = 'rosa') =>
    world.as(who).post(`${path}/attendance`, fields);
  expect((await mark({ member: vera.memberId, came: 'yes' })).status).toBe(409);
  await moved(id, 25);
  expect((await mark({ member: vera.memberId, came: 'yes' })).status).toBe(303);
  expect((await mark({ member: maya.memberId, came: 'yes' })).status).toBe(404);
  expect((await mark({ member: dana.memberId, came: 'yes' }, 'vera')).status).toBe(404);
  expect((await mark({ others: 'many' })).status).toBe(422);
  await mark({ others: '2' });
  expect((await world.as('rosa').get(`${path}/attendance`)).text).toContain('3 people came');
  expect((await world.as('vera').get(`${path}/attendance`)).status).toBe(404);
  const read = (who: typeof vera) =>
    world.parts.db.read(who, (tx) =>
      tx.hot<{ member_id: string; attended: boolean }>('SELECT member_id, attended FROM rsvps', []),
    );
  expect((await read(vera)).filter((row) => row.attended)).toEqual([
    { member_id: vera.memberId, attended: true },
  ]);
  expect((await read(dana)).filter((row) => row.attended)).toEqual([]);
});

test('what is handed out is read by those with a place', async () => {
  const { gatheringId, path } = await makeGathering(world, { kind: 'class' });
  const room = `/gatherings/${gatheringId}/materials`;
  const handOut = { title: 'Breathing', link: 'https://example.org/breath', note: 'Twice a day.' };
  expect((await world.as('rosa').post(room, { ...handOut, link: 'http://example.org' })).status).toBe(422);
  expect((await world.as('rosa').post(room, handOut)).status).toBe(303);
  expect((await world.as('vera').post(room, handOut)).status).toBe(404);
  expect((await world.as('vera').get(room)).status).toBe(404);
  const rows = () => world.parts.db.read(vera, (tx) => tx.hot('SELECT title FROM gathering_materials', []));
  expect(await rows()).toEqual([]);
  await world.as('vera').post(`${path}/rsvp`, { answer: 'yes' });
  expect(await rows()).toEqual([{ title: 'Breathing' }]);
  const read = (await world.as('vera').get(room)).text;
  expect(read).toContain('Twice a day.');
  expect(read).not.toContain('Take away');
  const removal = /\/materials\/[0-9a-f-]{36}\/removal/.exec((await world.as('rosa').get(room)).text)![0];
  expect((await world.as('vera').post(`/gatherings/${gatheringId}${removal}`)).status).toBe(404);
  expect((await world.as('rosa').post(`/gatherings/${gatheringId}${removal}`)).status).toBe(303);
});

test('three quiet sessions in a row are said once, to whoever runs it, and a pause is one tap each way', async () => {
  const rule = 'FREQ=WEEKLY;COUNT=8';
  const { gatheringId, path, occurrences } = await makeGathering(world, {
    kind: 'playdate',
    starts: inDays(-22),
    rule,
  });
  const similar = await makeGathering(world, { kind: 'playdate', title: 'Stroller mile' });
  const here = `/gatherings/${gatheringId}`;
  await world.owner.query(`UPDATE occurrences SET attended = 4 WHERE occurrence_id = $1`, [
    occurrences[3]!.occurrenceId,
  ]);
  expect((await world.as('rosa').get(path)).text).not.toContain('It has been quiet lately');
  await world.owner.query(`UPDATE occurrences SET attended = 1 WHERE occurrence_id = $1`, [
    occurrences[3]!.occurrenceId,
  ]);
  const prompt = (await world.as('rosa').get(here)).text;
  expect(prompt).toContain('It has been quiet lately');
  expect(prompt).toContain(`${here}/merge"`);
  expect((await world.as('rosa').get(`${here}/merge`)).text).toContain(similar.gatheringId);
  expect((await world.as('maya').get(here)).text).not.toContain('It has been quiet lately');
  for (let day = 0; day < 2; day += 1) await world.job('gatherings.quiet');
  expect(await told(world, 'gatherings.quiet', gatheringId)).toEqual([world.people.rosa.memberId]);

  const ahead = async () =>
    (
      await world.owner.query(
        'SELECT cancelled_at IS NOT NULL AS off FROM occurrences WHERE gathering_id = $1 AND starts_at > now() ORDER BY starts_at',
        [gatheringId],
      )
    ).rows.map((row) => row.off);
  expect((await world.as('maya').post(`${here}/pause`, { count: '2' })).status).toBe(404);
  await world.as('rosa').post(`${here}/pause`, { count: '2' });
  expect(await ahead()).toEqual([true, true, false, false]);
  expect((await world.as('rosa').get(here)).text).toContain('2 sessions are called off');
  await world.as('rosa').post(`${here}/pause/end`);
  expect(await ahead()).toEqual([false, false, false, false]);
  expect((await world.as('rosa').get(here)).text).not.toContain('It has been quiet lately');
});

test('a quiet prompt put away stays away', async () => {
  const rule = 'FREQ=WEEKLY;COUNT=8';
  const { gatheringId } = await makeGathering(world, { starts: inDays(-22), rule });
  const here = `/gatherings/${gatheringId}`;
  expect((await world.as('rosa').get(here)).text).toContain('Leave it as it is');
  await world.as('rosa').post(`${here}/quiet/putting-away`);
  expect((await world.as('rosa').get(here)).text).not.toContain('Leave it as it is');
});
