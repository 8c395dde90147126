import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { People } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { chooses, say, toldAt, wishes } from './letters.fixture.ts';

const received: Email[] = [];
/** What the mail server does with a letter it has read whole. */
let answer: 'takes' | 'later' | 'hangs up' = 'takes';
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) =>
    done(address.startsWith('dana@') ? new Error('no such mailbox') : undefined),
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', async () => {
      if (answer === 'later') return done(Object.assign(new Error('busy'), { responseCode: 451 }));
      received.push(await PostalMime.parse(Buffer.concat(chunks)));
      if (answer === 'takes') return done();
      for (const connection of server.connections)
        if ((connection as unknown as { id: string }).id === session.id)
          (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
    });
  },
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
afterAll(() => new Promise<void>((closed) => server.close(closed)));
const { port } = server.server.address() as AddressInfo;
const world = await newWorld({
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  PUBLIC_URL: 'http://porch.example.org',
});
const { owner } = world;

const at = (clock: string, day = '2026-11-25') => new Date(`${day}T${clock}:00-06:00`);
const send = (moment: Date) => world.job('letters.sending', moment);
const got = (name: keyof People) =>
  received.filter((letter) => letter.to?.[0]?.address === world.people[name].email).length;
const letters = async () =>
  (await owner.query('SELECT state, reason, attempts FROM letters ORDER BY created_at, reason')).rows;

beforeEach(async () => {
  answer = 'takes';
  received.length = 0;
  for (const table of ['posts', 'letters']) await owner.query(`DELETE FROM ${table}`);
  for (const name of ['maya', 'dana'] as const) {
    await wishes(world, name);
    await chooses(world, name, 'daily');
  }
  const thread = await say(world, 'maya', '', 'Anyone awake?');
  await say(world, 'dana', `/${thread}/replies`, 'Yes.');
  await say(world, 'rosa', `/${thread}/replies`, 'Yes.');
  await toldAt(world, '2026-11-24T23:00:00-06:00');
});

test('a real mail server gets each letter once; an address it does not know is given up, and the coordinator is told', async () => {
  await send(at('08:00'));
  await send(at('08:01'));
  expect([got('maya'), got('dana')]).toEqual([1, 0]);
  expect(await letters()).toEqual([
    { state: 'given-up', reason: 'refused', attempts: 1 },
    { state: 'sent', reason: null, attempts: 1 },
  ]);
  await owner.query(`UPDATE letters SET ended_at = now() WHERE state = 'given-up'`);
  const { text } = await world.as('admin').get('/community');
  expect(text).toContain(
    'One letter could not be sent this week: the mail server does not know the address (1)',
  );
  expect(text).not.toContain(world.people.dana.email);
});

test('a letter the mail server would not have now is tried again, later each time', async () => {
  answer = 'later';
  await send(at('08:00'));
  await send(at('08:04'));
  const maya = async () => (await letters()).find(({ reason }) => reason !== 'refused');
  expect(await maya()).toEqual({ state: 'waiting', reason: 'rejected', attempts: 1 });
  await send(at('08:05'));
  expect(await maya()).toEqual({ state: 'waiting', reason: 'rejected', attempts: 2 });
  answer = 'takes';
  await send(at('08:24'));
  expect(got('maya')).toBe(0);
  await send(at('08:25'));
  expect(got('maya')).toBe(1);
  expect(await maya()).toMatchObject({ state: 'sent' });
});

test('a letter that fails six times is given up', async () => {
  answer = 'later';
  const day = 24 * 60 * 60 * 1000;
  for (let i = 0; i < 8; i++) await send(new Date(at('08:00').getTime() + (i * day) / 2));
  const first = (await letters()).filter(({ reason }) => reason === 'rejected')[0];
  expect(first).toEqual({ state: 'given-up', reason: 'rejected', attempts: 6 });
});

test('when nobody knows whether it arrived, it never goes twice; what it told comes with the next one', async () => {
  answer = 'hangs up';
  await expect(send(at('08:00'))).rejects.toThrow('The mail server is away');
  answer = 'takes';
  await send(at('08:05'));
  expect(got('maya')).toBe(1);
  expect(await letters()).toContainEqual({ state: 'doubtful', reason: null, attempts: 1 });
  await send(at('08:00', '2026-11-26'));
  expect(got('maya')).toBe(2);
});

test('of a killed server’s letters, those whose last line never left go again; the others never', async () => {
  const { noteHandedOver } = await import('../../platform/posting/index.ts');
  const [killed, elsewhere] = [newId(), newId()];
  await owner.query(`UPDATE mail_choices SET mode = 'none' WHERE member_id = $1`, [
    world.people.dana.memberId,
  ]);
  const cutOff = async (run: string, left: boolean) => {
    await owner.query('DELETE FROM letters');
    const { rows } = await owner.query(
      `INSERT INTO letters (community_id, member_id, mode, period, state, runner, created_at)
       VALUES ($1, $2, 'daily', '2026-11-25', 'sending', $3, now()) RETURNING letter_id`,
      [world.people.maya.communityId, world.people.maya.memberId, run],
    );
    if (run === killed) {
      const notes = noteHandedOver(join(world.parts.config.dataDir, 'letters'), run); // never closed: it was killed
      if (left) notes.note(rows[0].letter_id);
    }
    await send(at('08:05'));
    return [(await letters()).map(({ state }) => state), got('maya')];
  };
  expect(await cutOff(killed, true)).toEqual([['doubtful'], 0]);
  expect(await cutOff(elsewhere, false)).toEqual([['doubtful'], 0]);
  expect(await cutOff(killed, false)).toEqual([['sent'], 1]);
});

test('while the mail server is away no letter loses a try', async () => {
  const { config } = world.parts;
  const { mailer } = await import('../../platform/mail/index.ts');
  const away = { ...world.parts, mail: mailer({ ...config, smtpUrl: 'smtp://127.0.0.1:1' }) };
  const { sendLetters } = await import('./sending.ts');
  const stopping = new AbortController().signal;
  await expect(sendLetters({ ...away, now: at('08:00'), stopping })).rejects.toThrow(
    'The mail server is away',
  );
  await send(at('08:01'));
  expect(got('maya')).toBe(1);
  expect(await letters()).toContainEqual({ state: 'sent', reason: null, attempts: 1 });
});
