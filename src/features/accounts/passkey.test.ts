import { expect, test } from 'vitest';
import type { Client } from '../../../test/kit/client.ts';
import { newWorld } from '../../../test/kit/world.ts';

const world = await newWorld();
const { owner, people } = world;

function send(browser: Client, path: string, body: unknown = {}) {
  const token = world.parts.keys.sign('csrf', browser.cookies.get('seed')!);
  const headers = { 'content-type': 'application/json', 'x-csrf-token': token };
  return browser.raw(path, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function give(accountId: string, id: string) {
  await owner.query(
    `INSERT INTO auth.passkey (id, name, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
     VALUES ($1, 'Firefox on Android', 'AAAA', $2, $1, 0, 'singleDevice', false)`,
    [id, accountId],
  );
}

const credential = (id: string) => ({
  id,
  rawId: id,
  type: 'public-key',
  clientExtensionResults: {},
  response: {
    clientDataJSON: 'AAAA',
    authenticatorData: 'AAAA',
    signature: 'AAAA',
    attestationObject: 'AAAA',
  },
});

test('options are for this site alone, and the challenge is new each time', async () => {
  const answers = [
    await send(world.nobody(), '/sign-in/passkey/options'),
    await send(world.nobody(), '/sign-in/passkey/options'),
  ];
  const [one, two] = answers.map(({ text }) => JSON.parse(text));
  expect(one.rpId).toBe('localhost');
  expect(one.challenge).not.toBe(two.challenge);
  expect(one.allowCredentials ?? []).toEqual([]);
});

test('a made-up passkey opens nothing and keeps nothing', async () => {
  const browser = world.nobody();
  await send(browser, '/sign-in/passkey/options');
  expect((await send(browser, '/sign-in/passkey', { credential: credential('nobody-s') })).status).toBe(422);
  await give(people.dana.accountId, 'dana-s');
  await send(browser, '/sign-in/passkey/options');
  expect((await send(browser, '/sign-in/passkey', { credential: credential('dana-s') })).status).toBe(422);
  expect([...browser.cookies.keys()]).not.toContain('better-auth.session_token');
  const maya = world.as('maya');
  await send(maya, '/me/passkeys/options');
  expect((await send(maya, '/me/passkeys', { credential: credential('AAAA') })).status).toBe(422);
  expect(
    (await owner.query('SELECT FROM auth.passkey WHERE "userId" = $1', [people.maya.accountId])).rowCount,
  ).toBe(0);
});

test.each(['', 'null', '{', '{"credential":{}}', '{"credential":{"id":{}}}', '"x"'])(
  '%j is told back',
  async (body) => {
    expect((await send(world.nobody(), '/sign-in/passkey', body)).status).toBe(400);
    expect((await send(world.as('vera'), '/me/passkeys', body)).status).toBe(400);
  },
);

test('without proof of origin nothing is asked or answered', async () => {
  for (const path of [
    '/sign-in/passkey/options',
    '/sign-in/passkey',
    '/me/passkeys/options',
    '/me/passkeys',
  ]) {
    expect((await world.as('vera').raw(path, { method: 'POST', body: '{}' })).status).toBe(403);
  }
});

test('a session from yesterday adds no passkey', async () => {
  await owner.query(
    `UPDATE auth.session SET "createdAt" = now() - interval '25 hours' WHERE id = 'session-rosa'`,
  );
  expect((await send(world.as('rosa'), '/me/passkeys/options')).status).toBe(422);
  expect((await world.as('rosa').get('/me')).text).toContain('sign in once more');
});

test('she removes her own passkey and nobody else’s', async () => {
  await give(people.bea.accountId, 'bea-s');
  expect((await world.as('vera').post('/me/passkeys/bea-s/removal')).status).toBe(404);
  expect((await world.as('bea').get('/me')).text).toContain('Remove the passkey Firefox on Android');
  expect((await world.as('bea').post('/me/passkeys/bea-s/removal')).location).toBe('/me');
  expect((await world.as('bea').post('/me/passkeys/bea-s/removal')).status).toBe(404);
});
