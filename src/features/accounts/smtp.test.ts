import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { waysIn } from './letters.fixture.ts';

const received: { to: string[]; letter: Email }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) =>
    done(address.startsWith('refused@') ? new Error('no such mailbox') : undefined),
  onData(stream, { envelope }, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', async () => {
      const to = envelope.rcptTo.map(({ address }) => address);
      received.push({ to, letter: await PostalMime.parse(Buffer.concat(chunks)) });
      done();
    });
  },
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
afterAll(() => new Promise<void>((closed) => server.close(closed)));
const { port } = server.server.address() as AddressInfo;
const world = await newWorld({
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: 'The porch <porch@example.org>',
});

test('with a mail server the letter is really sent, in both forms, and its code opens', async () => {
  const browser = world.nobody();
  expect((await browser.post('/sign-in', { email: 'maya@example.org' })).status).toBe(303);
  const [{ to, letter }] = received as [(typeof received)[0]];
  expect(to).toEqual(['maya@example.org']);
  expect(letter.from?.address).toBe('porch@example.org');
  expect(letter.subject).toBe('Your sign-in code');
  expect(`${letter.subject}${letter.text}`).not.toContain('Lakeview Porch');
  const { code, link } = waysIn(letter);
  expect(letter.html).toContain(code);
  expect(letter.html).toContain(link.split('?')[0]);
  expect((await browser.post('/sign-in/code', { code })).location).toBe('/plan');
});

test('a letter the mail server refuses is told, and nobody is led to wait for it', async () => {
  const answer = await world.nobody().post('/sign-in', { email: 'refused@example.org' });
  expect(answer.status).toBe(503);
  expect(answer.text).toContain('could not be sent just now');
});
