import { expect, test, vi } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { lastLetterTo, waysIn } from './letters.fixture.ts';

vi.spyOn(console, 'log').mockImplementation(() => {});
const world = await newWorld();

async function asked(email: string, fields: Record<string, string> = {}) {
  const browser = world.nobody();
  const answer = await browser.post('/sign-in', { email, ...fields });
  expect([answer.status, answer.location]).toEqual([303, '/sign-in/code']);
  return { browser, ...waysIn(await lastLetterTo(world, email.toLowerCase())) };
}

test('a stranger signs in with the mailed code, joins with a name of her own, and is led to the questions', async () => {
  const { browser, code } = await asked('New.Mother@Example.org');
  const entered = await browser.post('/sign-in/code', { code: `${code.slice(0, 3)} ${code.slice(3)}` });
  expect([entered.status, entered.location]).toEqual([303, '/join']);
  expect((await browser.get('/join')).text).toContain('Lakeview Porch');
  const joined = await browser.post('/join', { name: '  Luz  ' });
  expect([joined.status, joined.location]).toEqual([303, '/welcome']);
  const { rows } = await world.owner.query(
    `SELECT m.display_name, m.role, m.locale, m.time_zone, u.email FROM members m JOIN auth."user" u ON u.id = m.account_id
     WHERE u.email = 'new.mother@example.org'`,
  );
  expect(rows).toEqual([
    {
      display_name: 'Luz',
      role: 'member',
      locale: 'en',
      time_zone: 'America/Chicago',
      email: 'new.mother@example.org',
    },
  ]);
  expect((await browser.get('/join')).location).toBe('/plan');
});

test('a member comes back to where she was going', async () => {
  const { browser, code } = await asked('vera@example.org', { next: '/circles?near=60614' });
  expect((await browser.post('/sign-in/code', { code })).location).toBe('/circles?near=60614');
  const plain = await asked('vera@example.org');
  expect((await plain.browser.post('/sign-in/code', { code: plain.code })).location).toBe('/plan');
});

test('a member of another community is asked for a name of her own here', async () => {
  const { browser, code } = await asked('nora@example.org', { next: '/circles' });
  expect((await browser.post('/sign-in/code', { code })).location).toBe('/join?next=%2Fcircles');
  expect((await browser.get('/join?next=%2Fcircles')).text).not.toContain('Nora');
  expect((await browser.post('/join', { name: 'N.', next: '/circles' })).location).toBe('/circles');
  const { rows } = await world.owner.query(
    `SELECT display_name FROM members WHERE account_id = 'account-nora' ORDER BY 1`,
  );
  expect(rows.map((row) => row.display_name)).toEqual(['N.', 'Nora']);
});

test('the answer to an address is the same whether it is known or not', async () => {
  const [known, unknown] = [world.nobody(), world.nobody()];
  const said = [];
  for (const [browser, email] of [
    [known, 'dana@example.org'],
    [unknown, 'none@example.org'],
  ] as const) {
    const { status, location } = await browser.post('/sign-in', { email });
    const page = await browser.get('/sign-in/code');
    const wrong = await browser.post('/sign-in/code', { code: '000000' });
    const plain = (text: string) =>
      text.replaceAll(email, 'EMAIL').replaceAll(/name="_csrf" value="[^"]*"/g, '');
    said.push({ status, location, page: plain(page.text), wrong: [wrong.status, plain(wrong.text)] });
  }
  expect(said[0]).toEqual(said[1]);
  const letters = await Promise.all(
    ['dana@example.org', 'none@example.org'].map((to) => lastLetterTo(world, to)),
  );
  expect(letters[0]!.subject).toBe(letters[1]!.subject);
});

test('a code opens once', async () => {
  const { browser, code } = await asked('rosa@example.org');
  const other = world.nobody();
  for (const [name, value] of browser.cookies) other.cookies.set(name, value);
  expect((await browser.post('/sign-in/code', { code })).status).toBe(303);
  const again = await other.post('/sign-in/code', { code });
  expect(again.status).toBe(422);
  expect(again.text).toContain('Send a new code');
  expect(other.cookies.has('better-auth.session_token')).toBe(false);
});

test('a code grows old', async () => {
  const { browser, code } = await asked('mo@example.org');
  await world.owner.query(`UPDATE auth.verification SET "expiresAt" = now() - interval '1 second'`);
  expect((await browser.post('/sign-in/code', { code })).status).toBe(422);
});

test('a newer code replaces the older one', async () => {
  const first = await asked('bea@example.org');
  const second = await asked('bea@example.org');
  expect((await first.browser.post('/sign-in/code', { code: first.code })).status).toBe(422);
  expect((await second.browser.post('/sign-in/code', { code: second.code })).status).toBe(303);
});

test('after five wrong tries not even the right code opens', async () => {
  const { browser, code } = await asked('guessed@example.org');
  const wrong = code === '123456' ? '654321' : '123456';
  for (let n = 0; n < 5; n++) expect((await browser.post('/sign-in/code', { code: wrong })).status).toBe(422);
  expect((await browser.post('/sign-in/code', { code })).status).toBe(422);
});

test('the database holds neither the code nor the address it was sent to', async () => {
  const { code } = await asked('quiet@example.org');
  const { rows } = await world.owner.query('SELECT * FROM auth.verification');
  const dump = JSON.stringify(rows);
  expect(rows.length).toBeGreaterThan(0);
  expect(dump).not.toContain('quiet@');
  expect(dump).not.toContain(code);
});

test('the link shows a button, and only the button signs in, on any device, once', async () => {
  const { link } = await asked('admin@example.org', { next: '/me' });
  const phone = world.nobody();
  for (let scan = 0; scan < 2; scan++)
    expect((await world.nobody().get(link)).text).toContain('admin@example.org');
  const t = new URL(link, 'http://localhost').searchParams.get('t')!;
  const entered = await phone.post('/sign-in/link', { t });
  expect([entered.status, entered.location]).toEqual([303, '/me']);
  expect((await world.nobody().post('/sign-in/link', { t })).status).toBe(422);
});

test('a link of somebody’s own making opens nothing', async () => {
  for (const t of ['', 'x', 'A'.repeat(200), `${'A'.repeat(4000)}`]) {
    expect((await world.nobody().get(`/sign-in/link?t=${t}`)).status).toBe(410);
    expect((await world.nobody().post('/sign-in/link', { t })).status).toBe(422);
  }
});

test('no letter carries a link to a host that only the request claims', async () => {
  await world.nobody().post('/sign-in', { email: 'victim@example.org' }, { host: 'evil.example' });
  const letter = await lastLetterTo(world, 'victim@example.org');
  expect(letter.text).toMatch(/\b\d{6}\b/);
  expect(`${letter.text}${letter.html}`).not.toContain('evil.example');
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
])('asked to go on to %j she stays here', async (next) => {
  const { browser, code } = await asked(`next-${Math.random()}@example.org`, { next });
  expect((await browser.post('/sign-in/code', { code })).location).toBe('/join');
  const signedIn = world.as('maya');
  expect((await signedIn.get(`/sign-in?next=${encodeURIComponent(next)}`)).location).toBe('/plan');
});

test.each([
  ['', 'Please type your email address.'],
  ['not an address', 'This does not look like an email address.'],
  ['a@b.org, c@d.org', 'This does not look like an email address.'],
  ['a@b.org\nBcc: c@d.org', 'This does not look like an email address.'],
  ['a\0@b.org', 'Some of these characters cannot be read.'],
  [`${'a'.repeat(300)}@b.org`, 'longer than we can keep'],
])('the address %j is told back kindly', async (email, words) => {
  const answer = await world.nobody().post('/sign-in', { email });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(words);
});

test.each(['', '12345', '1234567', 'abcdef', '\0'])('the code %j is told back kindly', async (code) => {
  const { browser } = await asked(`shape-${Math.random()}@example.org`);
  expect((await browser.post('/sign-in/code', { code })).status).toBe(422);
});

test('markup in a name is shown as it was typed, and a name too long or unreadable is told back', async () => {
  const { browser, code } = await asked('markup@example.org');
  await browser.post('/sign-in/code', { code });
  expect((await browser.post('/join', { name: 'a\0b' })).status).toBe(422);
  expect((await browser.post('/join', { name: 'x'.repeat(61) })).status).toBe(422);
  expect((await browser.post('/join', { name: '   ' })).status).toBe(422);
  await browser.post('/join', { name: '<script>alert(1)</script>' });
  const me = await browser.get('/me');
  expect(me.text).toContain('&lt;script&gt;alert(1)');
  expect(me.text).not.toContain('<script>alert');
});

test('who asks too often is asked to wait', async () => {
  const browser = world.nobody();
  const statuses = [];
  for (let n = 0; n < 7; n++)
    statuses.push((await browser.post('/sign-in', { email: 'often@example.org' })).status);
  expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 429]);
  const told = await browser.post('/sign-in', { email: 'Often@example.org' });
  expect(told.text).toContain('Please try again in');
});

test('without a mail server the letter waits in the outbox and the code is on the console', async () => {
  const { code } = await asked('printed@example.org');
  const said = vi.mocked(console.log).mock.calls.flat().join('\n');
  expect(said).toContain(code);
  expect(said).not.toContain('printed@');
  const letter = await lastLetterTo(world, 'printed@example.org');
  expect(letter.subject).toBe('Your sign-in code');
  expect(letter.html).toContain(code);
});

test('the letter is in the reader’s language and says how long it lasts', async () => {
  await world.nobody().post('/sign-in', { email: 'lupe@example.org' }, { 'accept-language': 'es-MX,es' });
  const letter = await lastLetterTo(world, 'lupe@example.org');
  expect(letter.subject).toBe('Tu código de acceso');
  expect(letter.text).toContain('10 minutos');
});

test('a code asked for on one browser is not tried on another', async () => {
  const { code } = await asked('apart@example.org');
  expect((await world.nobody().post('/sign-in/code', { code })).location).toBe('/sign-in');
});

test('who would rather not join is forgotten', async () => {
  const { browser, code } = await asked('never.mind@example.org');
  await browser.post('/sign-in/code', { code });
  expect((await browser.post('/join/withdrawal')).location).toBe('/');
  const { rowCount } = await world.owner.query(
    `SELECT FROM auth."user" WHERE email = 'never.mind@example.org'`,
  );
  expect(rowCount).toBe(0);
});

test('a member of another community who would rather not join here keeps her account', async () => {
  const stranger = world.as('nora');
  stranger.raw = (
    (send) => (path, init) =>
      send(path, { ...init, headers: { ...(init.headers as object), host: 'localhost' } })
  )(stranger.raw);
  await stranger.post('/join/withdrawal');
  expect((await world.owner.query(`SELECT FROM auth."user" WHERE id = 'account-nora'`)).rowCount).toBe(1);
});

test('on a first visit every form of the page is good', async () => {
  const browser = world.nobody();
  browser.cookies.clear();
  const tokens = [
    ...(await browser.get('/sign-in')).text.matchAll(
      /csrf" (?:value|content)?=?"([^"]+)"|data-csrf="([^"]+)"/g,
    ),
  ];
  expect(tokens.length).toBeGreaterThan(1);
  for (const [, inForm, inDoor] of tokens) {
    const body = new URLSearchParams({ _csrf: (inForm ?? inDoor)!, email: '' });
    expect((await browser.raw('/sign-in', { method: 'POST', body })).status).toBe(422);
  }
});
