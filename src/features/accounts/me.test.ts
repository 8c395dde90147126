import { expect, test, vi } from 'vitest';
import { HIDDEN_CIRCLE, NIGHT_FEEDS, type People } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { accountForEmail, sessionFor } from './index.ts';
import { lastLetterTo, waysIn } from './letters.fixture.ts';

vi.spyOn(console, 'log').mockImplementation(() => {});
const world = await newWorld();
const { owner, people } = world;

const FIREFOX = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';

async function sessionsOf(name: keyof People): Promise<string[]> {
  const { rows } = await owner.query('SELECT id FROM auth.session WHERE "userId" = $1 ORDER BY id', [
    people[name].accountId,
  ]);
  return rows.map((row) => row.id);
}

async function signInAgain(name: keyof People) {
  const browser = world.nobody();
  const { cookieName, cookieValue } = await sessionFor(world.parts, people[name].accountId);
  browser.cookies.set(cookieName, encodeURIComponent(cookieValue));
  await owner.query(`UPDATE auth.session SET "userAgent" = 'Firefox/Android' WHERE token = $1`, [
    cookieValue.split('.')[0],
  ]);
  return browser;
}

async function post(by: People[keyof People], body: string, circle = NIGHT_FEEDS): Promise<string> {
  const { rows } = await owner.query(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body)
     SELECT $1, id, $2, id, $3, $4 FROM gen_random_uuid() id RETURNING post_id`,
    [by.communityId, circle, by.memberId, body],
  );
  return rows[0].post_id;
}

test('her place shows her name, her address and what she can do', async () => {
  const me = await world.as('maya').get('/me');
  expect(me.status).toBe(200);
  for (const words of ['Maya', 'maya@example.org', '/welcome', '/me/sessions', '/me/export', '/me/erasure'])
    expect(me.text).toContain(words);
  expect(me.headers.get('cache-control')).toBe('no-store');
});

test('she changes her name, her story, her language and her time zone', async () => {
  const vera = world.as('vera');
  vera.cookies.set('lang', 'en');
  const fields = { name: 'Vera <b>', about: 'Two cats.', locale: 'es', zone: 'America/Denver' };
  expect((await vera.post('/me/details', fields)).location).toBe('/me');
  const me = await vera.get('/me');
  expect(me.text).toContain('Vera &lt;b&gt;');
  expect(me.text).toContain('Two cats.');
  expect(me.text).toContain('lang="es-US"');
  expect((await vera.get('/me/details')).text).toMatch(/value="America\/Denver" selected/);
});

test('heavy words in her story are met with helplines once, and urgent ones are known to those on call', async () => {
  const tell = (about: string) =>
    world.as('bea').post('/me/details', { name: 'Bea', about, locale: 'en', zone: 'America/Chicago' });
  const opened = async () =>
    (await owner.query(`SELECT subject_text FROM cases WHERE subject_member_id = $1`, [people.bea.memberId]))
      .rows;
  expect((await tell('Some days I wish I could just disappear')).location).toBe('/care?to=%2Fme');
  expect(await opened()).toEqual([]);
  expect((await tell('I want to kill myself tonight')).location).toBe('/care?to=%2Fme');
  expect((await tell('I want to kill myself tonight')).location).toBe('/me');
  expect(await opened()).toEqual([{ subject_text: 'I want to kill myself tonight' }]);
  expect((await world.as('mo').get('/notifications')).text).toContain('Somebody may be in danger');
  expect((await world.as('dana').get(`/members/${people.bea.memberId}`)).text).toContain('I want to kill');
});

test.each([
  [{ name: '' }, 'Please choose a name.'],
  [{ about: 'x'.repeat(2001) }, 'longer than we can keep'],
  [{ locale: 'xx' }, 'Please choose one of the languages.'],
  [{ zone: 'Mars/Olympus' }, 'Please choose one of the time zones.'],
  [{ about: 'a\0b' }, 'cannot be read'],
])('details %j are told back and nothing is kept', async (wrong, words) => {
  const answer = await world
    .as('dana')
    .post('/me/details', { name: 'Dana', about: '', locale: 'en', zone: 'America/Chicago', ...wrong });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(words);
  const { rows } = await owner.query('SELECT display_name, about FROM members WHERE member_id = $1', [
    people.dana.memberId,
  ]);
  expect(rows[0]).toEqual({ display_name: 'Dana', about: '' });
});

test('a session is kept as a device in words, without an address', async () => {
  const browser = world.nobody();
  await browser.post('/sign-in', { email: 'mo@example.org' });
  const { code } = waysIn(await lastLetterTo(world, 'mo@example.org'));
  await browser.post('/sign-in/code', { code }, { 'user-agent': FIREFOX, 'x-forwarded-for': '203.0.113.7' });
  expect((await browser.get('/me/sessions')).text).toContain('Firefox on Android');
  const { rows } = await owner.query('SELECT * FROM auth.session');
  expect(JSON.stringify(rows)).not.toMatch(/203\.0\.113|Mozilla/);
});

test('she ends one session, and its cookie opens nothing any more', async () => {
  const lost = await signInAgain('rosa');
  expect((await lost.get('/me')).status).toBe(200);
  const here = world.as('rosa');
  expect((await here.get('/me/sessions')).text).toContain('Firefox on Android');
  const id = (await sessionsOf('rosa')).find((one) => one !== 'session-rosa');
  expect((await here.post(`/me/sessions/${id}/removal`)).location).toBe('/me/sessions');
  expect((await lost.get('/me')).location).toBe('/sign-in?next=%2Fme');
  expect((await here.get('/me')).status).toBe(200);
});

test('nobody ends another’s session', async () => {
  expect((await world.as('dana').post('/me/sessions/session-maya/removal')).status).toBe(404);
  expect(await sessionsOf('maya')).toContain('session-maya');
});

test('she stays signed in here and nowhere else', async () => {
  const others = [await signInAgain('bea'), await signInAgain('bea')];
  const here = world.as('bea');
  await here.post('/me/sessions/others/removal');
  expect((await here.get('/me')).status).toBe(200);
  for (const other of others) expect((await other.get('/me')).status).toBe(303);
});

test('signing out everywhere ends all, here too, and a replayed cookie opens nothing', async () => {
  const [one, two] = [await signInAgain('dana'), await signInAgain('dana')];
  const kept = new Map(one.cookies);
  const out = await one.post('/me/sessions/removal');
  expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"');
  for (const [name, value] of kept) one.cookies.set(name, value);
  for (const browser of [one, two]) expect((await browser.get('/me')).status).toBe(303);
  await owner.query(
    `INSERT INTO auth.session (id, "expiresAt", token, "userId") VALUES ('session-dana', now() + interval '7 days', $1, $2)`,
    [people.dana.sessionToken, people.dana.accountId],
  );
});

test('signing out ends this session; a replayed cookie opens nothing', async () => {
  const browser = await signInAgain('maya');
  const kept = new Map(browser.cookies);
  const out = await browser.post('/sign-out');
  expect([out.status, out.location, out.headers.get('clear-site-data')]).toEqual([
    303,
    '/',
    '"cache", "storage"',
  ]);
  expect(browser.cookies.has('better-auth.session_token')).toBe(false);
  for (const [name, value] of kept) browser.cookies.set(name, value);
  expect((await browser.get('/me')).status).toBe(303);
  expect((await world.as('maya').get('/me')).status).toBe(200);
});

test('a session signed by somebody else opens nothing', async () => {
  const browser = world.as('maya');
  const cookie = browser.cookies.get('better-auth.session_token')!;
  for (const forged of [
    cookie.replace(/\.[^.]*$/, `.${'A'.repeat(43)}%3D`),
    cookie.replace(/\.[^.]*$/, ''),
    `x${cookie}`,
  ]) {
    browser.cookies.set('better-auth.session_token', forged);
    expect((await browser.get('/me')).status).toBe(303);
  }
});

test('a session in use lives on; one that is over does not', async () => {
  const browser = await signInAgain('vera');
  const token = decodeURIComponent(browser.cookies.get('better-auth.session_token')!).split('.')[0];
  await owner.query(
    `UPDATE auth.session SET "updatedAt" = now() - interval '2 days', "expiresAt" = now() + interval '1 day' WHERE token = $1`,
    [token],
  );
  const answer = await browser.get('/me');
  expect(answer.headers.get('set-cookie')).toContain('Max-Age=2592000');
  const { rows } = await owner.query(
    `SELECT "expiresAt" > now() + interval '29 days' AS long FROM auth.session WHERE token = $1`,
    [token],
  );
  expect(rows[0].long).toBe(true);
  await owner.query(`UPDATE auth.session SET "expiresAt" = now() - interval '1 second' WHERE token = $1`, [
    token,
  ]);
  expect((await browser.get('/me')).status).toBe(303);
});

test('what she downloads holds all that is hers, also from a circle she left, and nothing of others', async () => {
  const { maya, dana } = people;
  await post(maya, 'In a circle I am in.');
  await post(dana, 'Dana’s own words.');
  await post(maya, 'In a circle I left.', HIDDEN_CIRCLE);
  await owner.query(
    `INSERT INTO answers (community_id, member_id, topics, free) VALUES ($1, $2, '{sleep}', '{2-evening}')`,
    [maya.communityId, maya.memberId],
  );
  const file = await world.as('maya').get('/me/export');
  expect(file.headers.get('content-disposition')).toContain('attachment');
  const all = JSON.parse(file.text);
  expect(all.posts.map((row: { body: string }) => row.body)).toEqual([
    'In a circle I am in.',
    'In a circle I left.',
  ]);
  expect(all.account[0].email).toBe('maya@example.org');
  expect(all.blocks[0].display_name).toBe('Bea');
  expect(all.answers[0].topics).toEqual(['sleep']);
  expect(file.text).not.toContain('Dana’s own words');
  expect(file.text).not.toContain(maya.sessionToken);
  const page = await world.as('maya').get('/me/export/page');
  for (const words of ['In a circle I left.', 'Sleep', 'Tuesday Evening', 'Night Feeds'])
    expect(page.text).toContain(words);
});

test('a moderator downloads her own reports, not the queue', async () => {
  await owner.query(
    `INSERT INTO reports (community_id, report_id, reporter_id, subject_kind, subject_id, reason, note)
     VALUES ($1, gen_random_uuid(), $2, 'member', gen_random_uuid(), 'other', 'between us')`,
    [people.vera.communityId, people.vera.memberId],
  );
  expect((await world.as('mo').get('/me/export')).text).not.toContain('between us');
  expect((await world.as('vera').get('/me/export')).text).toContain('between us');
});

test('every table that belongs to a member is in what she downloads', async () => {
  const { rows } = await owner.query(
    `SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f' AND confrelid = 'members'::regclass`,
  );
  const parts = {
    answers: 'answers',
    plan_decisions: 'plan',
    circle_members: 'circles',
    join_requests: 'requests',
    posts: 'posts',
    mentions: 'mentions',
    poll_votes: 'votes',
    shelf_items: 'shelf',
    pseudonyms: 'pseudonyms',
    reactions: 'reactions',
    blocks: 'blocks',
    hidden_pseudonyms: 'hidden',
    reports: 'reports',
    mentor_offers: 'offer',
    help_offers: 'helpOffers',
    asks: 'asks',
    ask_people: 'askedPeople',
    ask_introductions: 'helped',
    support_volunteers: 'volunteering',
    callbacks: 'callbacks',
    callback_apart: 'callbackApart',
    callback_offers: 'callOffers',
    kept_apart: 'keptApart',
    introductions: 'introductions',
    mutes: 'mutes',
    sanctions: 'pauses',
    rota_weeks: 'rota',
    cohort_turns: 'turns',
    circle_merges: 'merges',
    merge_refusals: 'staying',
    successions: 'successions',
    letters: 'letters',
    mail_choices: 'mail',
    notifications: 'told',
    notification_settings: 'answers', // laid out from them
    push_subscriptions: 'devices',
    announcements: 'announcements',
    feed_sources: 'followed',
    talks: 'talks',
    messages: 'messages',
    talk_sides: 'talkSides',
    message_doors: 'messageDoor',
    listeners: 'listening',
    reply_offers: 'lookedIn',
    thread_readers: 'opened',
    gatherings: 'organised',
    enrolments: 'enrolled',
    rsvps: 'coming',
    reminders: 'reminded',
    calendar_feeds: 'calendarFeed',
    links: 'links',
    outside_letters: 'outsideLetters',
    outside_silences: 'outsideLetters', // asked by others, of letters in her name
    help_calendars: 'helpCalendars',
    help_helpers: 'helping',
    people: 'people',
    updates: 'updates',
    near_words: 'nearWords',
    ecomaps: 'ecomap',
    programs: 'programs',
    program_mentors: 'mentorIn',
    program_checks: 'mentorChecks',
    mentee_requests: 'menteeRequests',
    mentee_notes: 'menteeNotes',
    matches: 'matches',
    pair_contacts: 'pairContacts',
    mentor_invitations: 'mentorInvitation',
    circle_waits: 'circleWaits',
    circle_seats: 'circleSeats',
    circle_leads: 'circleLead',
    forming_circles: 'circlesFormed',
    forming_rounds: 'formings',
    member_keys: 'people', // what it sealed, opened for her
  } as Record<string, string>;
  const all = JSON.parse((await world.as('maya').get('/me/export')).text);
  for (const { name } of rows)
    expect(Object.keys(all), `${name} is missing from the export`).toContain(parts[name]);
});

test('set-up and the sample find the account of an address, or make it once', async () => {
  expect(await accountForEmail(world.parts, ' Maya@Example.org ')).toBe(people.maya.accountId);
  const made = await Promise.all([1, 2, 3].map(() => accountForEmail(world.parts, 'first@example.org')));
  expect(new Set(made).size).toBe(1);
});
