import { expect, test } from 'vitest';
import { startPushService } from '../../../test/kit/push-service.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { answered, inDays, makeGathering } from './a-gathering.fixture.ts';
import { standing, told } from './crowd.fixture.ts';
import { before, clock, remindAt } from './reminders.fixture.ts';

const service = await startPushService();
const world = await newWorld({ PUSH_ALLOW: service.origin });
const { owner } = world;
const { maya, vera } = world.people;

interface Told {
  title: string;
  body: string;
  buttons: { says: string; post: string }[];
}
/** What the service worker does: without a session, and asking for JSON. */
async function post(path: string): Promise<{ status: number; said?: Told }> {
  const { status, text } = await world
    .nobody()
    .raw(path, { method: 'POST', headers: { accept: 'application/json' } });
  return status === 200 ? { status, said: JSON.parse(text) } : { status };
}

test('the reminder on her phone gives her place back with one tap, in her language, and takes it again', async () => {
  const page = (await world.as('maya').get('/me/notifications')).text;
  const phone = await service.browser(/data-key="([^"]+)"/.exec(page)![1]!);
  const { endpoint, p256dh, auth } = phone;
  await world.as('maya').post('/me/notifications/devices', { endpoint, p256dh, auth });
  const push = async (at: Date) => {
    await remindAt(world, at);
    await world.job('notifications.push', new Date(+at + 60_000));
    return phone.messages().at(-1)!;
  };
  const made = await makeGathering(world, { starts: inDays(9), capacity: 1, title: 'Quillfern walk' });
  const { occurrenceId, startsAt } = made.occurrences[0]!;
  for (const [name, answer] of [
    ['maya', 'yes'],
    ['vera', 'waiting'],
  ] as const)
    await answered(world, occurrenceId, name, answer);

  const discreet = await push(clock(startsAt, '10:00', 1));
  expect(discreet).toEqual({
    title: 'Something new is waiting for you',
    body: '',
    path: '/notifications',
    tag: 'news',
  });
  await world.as('maya').post('/me/notifications', { mail: 'none' });
  await owner.query(`UPDATE members SET locale = 'es' WHERE member_id = $1`, [maya.memberId]);
  const { buttons, failed } = await push(before(startsAt, 120));
  expect(buttons).toMatchObject([{ says: 'No puedo ir' }]);
  expect(failed).toContain('Inténtalo de nuevo');

  await owner.query('DELETE FROM auth.session WHERE "userId" = $1', [maya.accountId]);
  const [{ post: here } = { post: '' }] = buttons!;
  const gone = await post(here);
  expect(gone.said).toMatchObject({
    title: 'Gracias por avisar',
    body: 'Los planes cambian. Tu lugar pasa a la siguiente persona.',
    buttons: [{ says: 'Deshacer' }],
  });
  expect(JSON.stringify(gone)).not.toContain('Quillfern');
  expect(await standing(world, occurrenceId)).toMatchObject({ coming: [vera.memberId], line: [] });
  expect(await told(world, 'gatherings.promoted', occurrenceId)).toEqual([vera.memberId]);
  expect((await post(here)).said, 'twice is as good as once').toMatchObject({ buttons: [] });
  const back = await post(gone.said!.buttons[0]!.post);
  expect(back.said).toMatchObject({ title: expect.stringContaining('lista de espera'), buttons: [] });

  const other = here.replace(/.{22}$/, 'A'.repeat(22));
  expect([(await post(other)).status, (await post(`${other}/undo?was=yes`)).status]).toEqual([404, 404]);
  expect((await post(`${here}/undo?was=no`)).status).toBe(404);
  await owner.query('UPDATE occurrences SET cancelled_at = now() WHERE occurrence_id = $1', [occurrenceId]);
  expect((await post(here)).said).toMatchObject({
    body: 'Se canceló, así que nadie te espera.',
    buttons: [],
  });
});

test('the inbox reminds with the same button', async () => {
  const { path, occurrences } = await makeGathering(world, { starts: inDays(9) });
  await answered(world, occurrences[0]!.occurrenceId, 'dana', 'maybe');
  await remindAt(world, clock(occurrences[0]!.startsAt, '10:00', 1));
  const dana = world.as('dana');
  expect((await dana.get('/notifications')).text).toContain(`action="${path}/rsvp"`);
  const done = await dana.post(`${path}/rsvp`, { answer: 'no' });
  expect((await dana.get(done.location!.replace('#coming', ''))).text).toMatch(/value="maybe"[^>]*>Undo/);
  expect((await dana.get('/notifications')).text).not.toContain(`${path}/rsvp`);
});
