import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeAll, expect, test } from 'vitest';
import { anIntroduction } from '../src/features/asks/an-ask.fixture.ts';
import { aCallback } from '../src/features/callbacks/a-callback.fixture.ts';
import { aCircle, seat } from '../src/features/circles/a-circle.fixture.ts';
import { drawTie } from '../src/features/ecomap/index.ts';
import { aGathering } from '../src/features/forming/a-list.fixture.ts';
import {
  answered,
  inDays,
  type Made,
  makeGathering,
} from '../src/features/gatherings/a-gathering.fixture.ts';
import {
  aHelpCalendar,
  claimBy,
  linkOf,
  type MadeCalendar,
  moveTo,
} from '../src/features/help-calendars/a-help-calendar.fixture.ts';
import { makeLink } from '../src/features/links/index.ts';
import { ASKED, asksForMentor } from '../src/features/matches/a-match.fixture.ts';
import { aMessage, aTalk } from '../src/features/messages/a-talk.fixture.ts';
import { aPair, type MadePair } from '../src/features/pairs/pairs.fixture.ts';
import { plantNear } from '../src/features/people/near.fixture.ts';
import { aMentor, aProgram, aQuestion } from '../src/features/programs/programs.fixture.ts';
import { newId } from '../src/platform/crypto/index.ts';
import { MATRIX } from './access-matrix/index.ts';
import { VISITORS, type Visitor } from './access-matrix/row.ts';
import type { Answer, Client } from './kit/client.ts';
import { HIDDEN_CIRCLE, NIGHT_FEEDS } from './kit/people.ts';
import { type FakeBrowser, startPushService } from './kit/push-service.ts';
import { newWorld } from './kit/world.ts';
import { READERS, type Reader, SECRETS, type Secret, type What, word } from './leak/secrets.ts';

const pushService = await startPushService();
const world = await newWorld({ PUSH_ALLOW: pushService.origin });
const { maya, rosa, dana, vera, bea } = world.people;
const community = rosa.communityId;

const clientOf = (reader: Reader): Client => {
  const name = reader === 'dana' ? 'dana' : VISITORS[reader];
  return name ? world.as(name) : world.nobody();
};

const author = SECRETS['an anonymous author’s id'].word;
const [
  named,
  fromBea,
  fromMaya,
  veiled,
  reportId,
  introductionId,
  blockedId,
  hiddenPost,
  hiddenCase,
  veiledCase,
  mergeId,
] = Array.from({ length: 11 }, () => newId()) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const pseudonym = newId();
let askable: string;
let hid: string;
let hidSession: Made;
let aClass: Made;
let helpCalendar: MadeCalendar;
let stranger: string;
let unanswered: string;

const put = (text: string, values: unknown[]) => world.owner.query(text, values);
const post = (id: string, circle: string, by: string, body: string) =>
  put(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body, asks) VALUES ($1, $2, $3, $2, $4, $5, 'emotional')`,
    [community, id, circle, by, body],
  );
const member = (id: string, account: string, name: string, about = '') =>
  put(
    'INSERT INTO members (community_id, member_id, account_id, display_name, about) VALUES ($1, $2, $3, $4, $5)',
    [community, id, account, name, about],
  );

/** What the first post carries, and what stands on its circle's shelf. */
async function carry() {
  await put(
    `INSERT INTO photos (community_id, photo_id, post_id, place, description, width, height, whole, small) VALUES ($1, $2, $3, 1, $4, 9, 9, '', '')`,
    [community, newId(), named, word('what is on a photo')],
  );
  await put('INSERT INTO polls (community_id, post_id) VALUES ($1, $2)', [community, named]);
  await put('INSERT INTO poll_options (community_id, post_id, place, label) VALUES ($1, $2, 1, $3)', [
    community,
    named,
    word('an answer of a poll'),
  ]);
  await put(
    `INSERT INTO shelf_items (community_id, item_id, circle_id, title, note, added_by) VALUES ($1, $2, $3, 'Doors', $4, $5)`,
    [community, newId(), NIGHT_FEEDS, word('a note on a shelf'), rosa.memberId],
  );
}

async function plantPosts() {
  await post(named, NIGHT_FEEDS, rosa.memberId, word('a post in a circle'));
  await carry();
  await post(fromBea, NIGHT_FEEDS, bea.memberId, word('a post of somebody she blocked'));
  await post(fromMaya, NIGHT_FEEDS, maya.memberId, word('a post to somebody who is blocked'));
  await put('UPDATE circles SET name = $1 WHERE circle_id = $2', [
    word('a hidden circle’s name'),
    HIDDEN_CIRCLE,
  ]);
  await post(newId(), HIDDEN_CIRCLE, rosa.memberId, word('a post in a hidden circle'));
  await member(
    author,
    word('an anonymous author’s account'),
    word('an anonymous author’s name'),
    word('an anonymous author’s story'),
  );
  await seat(world, NIGHT_FEEDS, { ...vera, memberId: author });
  await put(
    `INSERT INTO pseudonyms (community_id, pseudonym_id, thread_id, member_id, name) VALUES ($1, $2, $3, $4, 'quiet-heron')`,
    [community, pseudonym, veiled, author],
  );
  const held = newId();
  await post(held, NIGHT_FEEDS, dana.memberId, word('words waiting to be let in'));
  await put('UPDATE posts SET held_at = now() WHERE post_id = $1', [held]);
  const reworded = newId();
  await post(reworded, NIGHT_FEEDS, dana.memberId, 'as it was let in');
  await put('UPDATE posts SET reworded_at = now() WHERE post_id = $1', [reworded]);
  await put('INSERT INTO post_rewordings (community_id, post_id, body) VALUES ($1, $2, $3)', [
    community,
    reworded,
    word('other words that wait'),
  ]);
  await post(hiddenPost, NIGHT_FEEDS, dana.memberId, word('words out of sight by a decision'));
  await put('UPDATE posts SET hidden_at = now() WHERE post_id = $1', [hiddenPost]);
  await put(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, pseudonym_id, pseudonym, body, asks) VALUES ($1, $2, $3, $2, $4, 'quiet-heron', $5, 'emotional')`,
    [community, veiled, NIGHT_FEEDS, pseudonym, word('an anonymous post')],
  );
}

let sessions: Made[];
/** In five minutes, in some days, and in a circle nobody knows of. Maya comes to what she may; Dana thinks about it. */
async function plantSessions() {
  const inMinutes = new Date(Date.now() + 5 * 60_000).toLocaleString('sv', { timeZone: 'America/Chicago' });
  const here = { circleId: NIGHT_FEEDS, place: 'both', kind: 'circle-session' } as const;
  const link = (what: What) => `https://meet.example.org/${word(what)}`;
  const address = `12 ${word('a home’s address')} Ct`;
  sessions = [
    await makeGathering(world, {
      ...here,
      seenBy: 'circle',
      title: word('a circle’s own session'),
      starts: inMinutes.replace(' ', 'T'),
      door: { link: link('a link a few minutes before'), address: '' },
    }),
    await makeGathering(world, { ...here, door: { link: link('a link before its time'), address } }),
    await makeGathering(world, {
      circleId: HIDDEN_CIRCLE,
      seenBy: 'circle',
      starts: inDays(2),
      title: word('a hidden circle’s session'),
    }),
  ];
  sessions.push(
    await makeGathering(world, {
      seenBy: 'public',
      title: word('a gathering out of sight'),
      description: word('a gathering out of sight'),
      venue: word('a gathering out of sight'),
      gettingThere: word('a gathering out of sight'),
      rule: 'FREQ=WEEKLY;COUNT=3',
    }),
  );
  await answered(world, sessions[3]!.occurrences[0]!.occurrenceId, 'maya');
  await put('UPDATE gatherings SET hidden_at = now() WHERE gathering_id = $1', [sessions[3]!.gatheringId]);
  for (const { occurrences } of sessions.slice(0, 2)) {
    await answered(world, occurrences[0]!.occurrenceId, 'maya');
    await answered(world, occurrences[0]!.occurrenceId, 'dana', 'maybe');
  }
}

async function plantTheRest() {
  const said = { people: 'family', ring: 1, supports: [], flow: null, feeling: 'warm' } as const;
  const tie = { ...said, supports: [], name: word('somebody on her map'), lastContact: '2026-01-01' };
  await world.parts.db.write(vera, (tx) => drawTie(tx, world.parts.keys, vera, tie, null));
  await put(
    `INSERT INTO answers (community_id, member_id, country, region, place_name, topics, finished_at) VALUES ($1, $2, 'US', 'IL', $3, '{low-mood}', now())`,
    [community, vera.memberId, word('her answers')],
  );
  await put('INSERT INTO mentor_offers (community_id, member_id, capacity) VALUES ($1, $2, 20)', [
    community,
    dana.memberId,
  ]);
  askable = await aCircle(world, rosa, { name: 'Ask first', joining: 'request' });
  await put(
    'INSERT INTO join_requests (community_id, circle_id, member_id, answers) VALUES ($1, $2, $3, $4)',
    [
      community,
      askable,
      vera.memberId,
      JSON.stringify([{ question: 'Why?', answer: word('an answer at a circle’s door') }]),
    ],
  );
  // Night Feeds and a hidden circle go on together: its people hear of it, and of no name they did not know.
  await put(
    `INSERT INTO circle_merges (community_id, merge_id, circle_a, circle_b, name, a_joining, b_joining, agreed_at, takes_effect_at)
     VALUES ($1, $2, $3, $4, 'Night and day', 'open', 'hidden', now(), now() + interval '7 days')`,
    [community, mergeId, NIGHT_FEEDS, HIDDEN_CIRCLE],
  );
  await put('UPDATE circles SET in_change = true WHERE circle_id = ANY ($1)', [[NIGHT_FEEDS, HIDDEN_CIRCLE]]);
  await member(blockedId, 'account-blocked', word('whom she blocked'));
  await put('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
    community,
    maya.memberId,
    blockedId,
  ]);
}

/** An open circle that everybody came by, told of and answered to, before it went into hiding. */
async function plantWhatHid() {
  hid = await aCircle(world, rosa, { name: word('the name of a circle that hid') });
  await post(newId(), hid, rosa.memberId, word('a post in a circle that hid'));
  hidSession = await makeGathering(world, { circleId: hid, title: word('a session of a circle that hid') });
  await answered(world, hidSession.occurrences[0]!.occurrenceId, 'vera');
  for (const { communityId, memberId } of [maya, dana, vera, bea])
    await put(
      `INSERT INTO notifications (community_id, member_id, kind, subject_id) VALUES ($1, $2, 'gatherings.changed', $3)`,
      [communityId, memberId, hidSession.gatheringId],
    );
  // Whatever is kept from one look to the next is kept now.
  const listed = ['/circles?within=any', `/circles/${hid}`, '/calendar', '/gatherings.ics', hidSession.path];
  for (const reader of READERS) for (const path of listed) await clientOf(reader).get(path);
  const seenBefore = await world.as('vera').get(`/circles/${hid}`);
  expect(seenBefore.text).toContain(word('the name of a circle that hid'));
  await put(`UPDATE circles SET joining = 'hidden' WHERE circle_id = $1`, [hid]);
}

/** Rosa's class, full: one comes beside Dana, another waits, and something is handed out. */
async function plantAClass() {
  aClass = await makeGathering(world, { kind: 'class', capacity: 2 });
  const id = aClass.occurrences[0]!.occurrenceId;
  await answered(world, id, 'dana');
  for (const [name, answer] of [
    ['who comes to a gathering', 'yes'],
    ['who waits for a place', 'waiting'],
  ] as const) {
    const memberId = newId();
    await member(memberId, `account-${memberId}`, word(name));
    await put(
      `INSERT INTO rsvps (community_id, occurrence_id, gathering_id, member_id, answer, line) VALUES ($1, $2, $3, $4, $5, $6)`,
      [community, id, aClass.gatheringId, memberId, answer, answer === 'waiting' ? 1 : null],
    );
  }
  await put(
    'INSERT INTO gathering_materials (community_id, material_id, gathering_id, title) VALUES ($1, $2, $3, $4)',
    [community, newId(), aClass.gatheringId, word('what is handed out to those with a place')],
  );
}

/** Maya's help calendar, her door in it, and one who takes a turn. */
async function plantHelp() {
  helpCalendar = await aHelpCalendar(world, { weeks: 2 });
  const { path, link, slots } = helpCalendar;
  await world.as('maya').post(`${path}/wishes`, {
    address: `12 ${word('where she lives')} Ct`,
    allergies: word('what she must not eat'),
  });
  await claimBy(world.nobody(), link, slots[9]!.slotId, {
    mail: `${word('how a helper is reached')}@example.org`,
  });
  // Today's turn, under an address that nobody has answered from.
  await moveTo(world, slots[8]!.slotId, 0, { from: '00:00', to: '23:59' });
  stranger = (await claimBy(world.nobody(), link, slots[8]!.slotId, { mail: 'stranger@example.org' })).mine!;
  const helper = `SELECT helper_id FROM help_slots WHERE slot_id = '${slots[8]!.slotId}'`;
  const helperId = (await world.owner.query(helper)).rows[0].helper_id;
  const { db, keys } = world.parts;
  await db.write(maya, (tx) => makeLink(tx, keys, maya, 'helper-letter', helperId));
  unanswered = await linkOf(world, 'helper-letter', helperId);
}

/** Dana asks Rosa; Maya and Rosa talk; Maya and Bea did, before the block. Resolves to the ids of the three. */
async function plantTalks(): Promise<[string, string, string]> {
  await put('DELETE FROM talks', []);
  const request = await aTalk(world, 'dana', 'rosa', {
    state: 'waiting',
    reason: word('why she asks to write'),
  });
  const talk = await aTalk(world, 'maya', 'rosa');
  await aMessage(world, talk, 'maya', word('a message to one'));
  const before = await aTalk(world, 'maya', 'bea');
  await aMessage(world, before, 'bea', word('a message before a block'));
  return [request, talk, before];
}

let program: string | undefined;
/** Where Vera offered herself as a mentor; put back when a row of the matrix has cleared the programs away. */
async function theProgram(): Promise<string> {
  const { rowCount } = await put('SELECT FROM programs WHERE program_id = $1', [program ?? null]);
  if (program && rowCount) return program;
  program = await aProgram(world);
  const answers = JSON.stringify({ [await aQuestion(world, program)]: word('what a mentor answered') });
  const about = word('what a mentor says of herself');
  await aMentor(world, program, { who: 'vera', state: 'applied', about, answers });
  return program;
}

let asked: Awaited<ReturnType<typeof anIntroduction>>;
async function plantAnAsk() {
  asked = await anIntroduction(world, 'maya', 'dana', word('what she asks'));
  await put('UPDATE help_offers SET boundaries = $1 WHERE member_id = $2', [
    word('what a helper would rather not'),
    dana.memberId,
  ]);
  await put(
    `INSERT INTO notifications (community_id, member_id, kind, subject_id) VALUES ($1, $2, 'asks.introduced', $3)`,
    [community, dana.memberId, asked.introductionId],
  );
}

/** Dana mentors Maya: what Maya wrote beforehand, and a call Dana noted. */
let pair: MadePair | undefined;
async function plantAPair(): Promise<MadePair> {
  // Rows of the matrix clear pairs away for themselves.
  const { rows } = await put('SELECT FROM matches WHERE match_id = $1', [pair?.matchId]);
  if (pair && rows.length > 0) return pair;
  const made = await aPair(world, { note: word('what she told her mentor beforehand') });
  await world.as('dana').post(`${made.path}/contacts`, { way: 'call', minutes: '30', mood: 'heavy' });
  await put('UPDATE pair_contacts SET minutes = 137 WHERE match_id = $1', [made.matchId]);
  await put('UPDATE circles SET name = $1 WHERE circle_id = $2', [
    word('what the room of the two is called'),
    made.circleId,
  ]);
  await world.as('maya').post(`/circles/${made.circleId}/posts`, {
    body: `${word('what she wrote to her mentor')} windowsill`,
  });
  pair = made;
  return made;
}

/**
 * Vera is proposed a mentor, and a mother is proposed to Rosa; nobody has said yes twice. Resolves to the pages of it.
 */
async function plantProposals(): Promise<string[]> {
  const program = await aProgram(world, { name: 'Beside you' });
  const [mentorId, motherId] = [newId(), newId()];
  await member(mentorId, `account-${mentorId}`, word('a mentor’s name before both said yes'));
  await member(motherId, `account-${motherId}`, word('a mother’s name before both said yes'));
  await aMentor(world, program, { member_id: mentorId, about: word('what a mentor wrote of herself') });
  await aMentor(world, program, { who: 'rosa' });
  const note = word('what she wrote for whoever will mentor her');
  const hers = await asksForMentor(world, 'vera', program, { ...ASKED, note });
  await put('UPDATE mentee_requests SET wishes = $1 WHERE request_id = $2', [
    JSON.stringify({ culture: [word('what she hopes for in a mentor')] }),
    hers,
  ]);
  const theirs = newId();
  await put(
    `INSERT INTO mentee_requests (community_id, request_id, program_id, member_id, promised_at) VALUES ($1, $2, $3, $4, now())`,
    [community, theirs, program, motherId],
  );
  const [toVera, toRosa] = [newId(), newId()];
  const propose = (id: string, request: string, mentee: string, mentor: string) =>
    put(
      `INSERT INTO matches (community_id, match_id, program_id, request_id, mentee_id, mentor_id, proposed_by, answer_by, score,
         reasons, mentee_yes_at) VALUES ($1, $2, $3, $4, $5, $6, $5, now() + interval '3 days', 0.8, $7, now())`,
      [
        community,
        id,
        program,
        request,
        mentee,
        mentor,
        JSON.stringify({
          mentor: [
            {
              key: 'mentoring-reasons.question',
              values: { reader: 'mentor', question: word('why they may suit each other') },
            },
          ],
        }),
      ],
    );
  await propose(toVera, hers, vera.memberId, mentorId);
  await propose(toRosa, theirs, motherId, rosa.memberId);
  return [
    ...[toVera, toRosa].map((id) => `/matches/${id}`),
    ...['', '/mentee', '/mentee/wishes', '/suggestions', '/mentor'].map(
      (rest) => `/programs/${program}${rest}`,
    ),
    ...['', '/board', '/weights', '/mentors', `/mentors/${mentorId}`, '/pairs'].map(
      (rest) => `/community/programs/${program}${rest}`,
    ),
  ];
}
let proposals: string[] = [];

/** A seat is kept for Vera, beside somebody of whom she must not learn. */
async function plantSeats(): Promise<string[]> {
  const otherId = newId();
  await member(otherId, `account-${otherId}`, word('who else a seat is kept for'));
  const [name, why] = [word('a circle that gathers'), word('why a seat may suit her')];
  return aGathering(world, { name, why, otherId });
}
let seats: string[] = [];

/** What these rows of the matrix clear away for themselves is put back before the look. */
const CLEARING = /mentor|report|moderation|introduction|case|decision|care/;
async function plantAgain() {
  await caseOf(hiddenCase, 'post', hiddenPost, dana.memberId, word('words out of sight by a decision'));
  await caseOf(veiledCase, 'post', veiled, null, '');
  await put('INSERT INTO appeals (community_id, case_id, words) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    community,
    veiledCase,
    word('what an anonymous author appealed with'),
  ]);
  await put(
    `INSERT INTO introductions (community_id, introduction_id, mentee_id, mentor_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [community, introductionId, vera.memberId, dana.memberId],
  );
  await put('UPDATE introductions SET message = $1', [word('a message to a mentor')]);
  await put(
    `INSERT INTO reports (community_id, report_id, reporter_id, subject_kind, subject_id, subject_member_id, subject_text, reason, note)
     VALUES ($1, $2, $3, 'member', $4, $4, $5, 'other', $6) ON CONFLICT DO NOTHING`,
    [
      community,
      reportId,
      dana.memberId,
      bea.memberId,
      word('what was reported'),
      word('what a reporter wrote'),
    ],
  );
}

const caseOf = (id: string, kind: 'post', subject: string, who: string | null, text: string) =>
  put(
    `INSERT INTO cases (community_id, case_id, subject_kind, subject_id, subject_member_id, subject_pseudonym_id, circle_id,
       subject_name, subject_text, origin, due_at, decided_at, decision, reason, decided_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'somebody', $8, 'report', now(), now(), 'hide', 'because', $9) ON CONFLICT DO NOTHING`,
    [community, id, kind, subject, who, who ? null : pseudonym, NIGHT_FEEDS, text, newId()],
  );

/** Where Maya keeps her people and what she told them. */
let near: string[] = [];
const plantPeople = async () => {
  near = await plantNear(world.as('maya'), NIGHT_FEEDS, {
    name: word('one of her people'),
    mail: `${word('where one of her people is written to')}@example.org`,
    note: word('what she keeps about one of her people'),
    told: word('what she told one of her people'),
    begun: word('what she has only begun to tell'),
    toCircle: word('what she told her people in a circle'),
    forHerself: word('a boundary for her own memory'),
  });
};

/** Every page there is, as the matrix asks for it, and the very pages where the words stand. */
type PathFor = (reader: Visitor) => string | Promise<string>;
const pages: [string, PathFor][] = [
  ...MATRIX.filter((row) => row.route.startsWith('GET ')).map(({ route, path }): [string, PathFor] => [
    route,
    path.length < 2 ? () => path(world, 'member') : (reader) => path(world, reader),
  ]),
  ...[named, fromBea, fromMaya, veiled].flatMap((id): [string, () => string][] => [
    ['a thread', () => `/circles/${NIGHT_FEEDS}/posts/${id}`],
    ['its edit', () => `/circles/${NIGHT_FEEDS}/posts/${id}/edit`],
    ['its removal', () => `/circles/${NIGHT_FEEDS}/posts/${id}/removal`],
    ['its thread in another circle', () => `/circles/${HIDDEN_CIRCLE}/posts/${id}`],
    ['its report', () => `/reports/new?kind=post&id=${id}`],
    ['its hiding', () => `/posts/${id}/hiding`],
  ]),
  ...[
    '',
    '/people',
    '/shelf',
    '/settings',
    '/invitations',
    '/poster',
    '/request',
    '/departure',
    '/closure',
  ].flatMap((rest): [string, () => string][] =>
    [NIGHT_FEEDS, HIDDEN_CIRCLE, 'ask'].map((id) => [
      'a circle',
      () => `/circles/${id === 'ask' ? askable : id}${rest}`,
    ]),
  ),
  ...['', '/people', '/request', '/departure', '/posts'].map((rest): [string, () => string] => [
    'a circle that hid',
    () => `/circles/${hid}${rest}`,
  ]),
  ...['', '.ics'].map((rest): [string, () => string] => [
    'what was to happen there',
    () => hidSession.path + rest,
  ]),
  ['its report', () => `/reports/new?kind=circle&id=${hid}`],
  ...['/attendance', '/rsvp', ''].map((rest): [string, () => string] => [
    'a class',
    () => aClass.path + rest,
  ]),
  ...['', '/mentor', '/mentor/change', '/mentor/leaving', '/agreement', '/mentee'].map(
    (rest): [string, () => Promise<string>] => [
      'a program',
      async () => `/programs/${await theProgram()}${rest}`,
    ],
  ),
  ...['', '/mentors', `/mentors/${vera.memberId}`, '/questions', '/board', '/pairs'].map(
    (rest): [string, () => Promise<string>] => [
      'a program as it is kept',
      async () => `/community/programs/${await theProgram()}${rest}`,
    ],
  ),
  ['her ask', () => `/asks/${asked.askId}`],
  ...['/callbacks/calls/', '/callbacks/requests/', '/callbacks'].map(
    (way): [string, () => Promise<string>] => [
      'her call',
      async () => {
        const id = await plantACall();
        return way.endsWith('/') ? way + id : way;
      },
    ],
  ),
  ['its hours', async () => `/callbacks/requests/${await plantACall()}/hours`],
  ['the supervisor’s desk', () => '/community/callbacks'],
  ['who was asked', () => `/asks/introductions/${asked.introductionId}`],
  ['its report', () => `/asks/introductions/${asked.introductionId}/report`],
  ['her offers', () => '/asks/offers'],
  ['its materials', () => `/gatherings/${aClass.gatheringId}/materials`],
  ...[0, 1, 2, 3].flatMap((n): [string, () => string][] =>
    ['', '.ics', '/edit?span=all', '/cancellation'].map((rest) => [
      'a gathering',
      () => `/gatherings/${sessions[n]!.gatheringId}${rest}`,
    ]),
  ),
  ...[0, 1, 2, 3].flatMap((n): [string, () => string][] =>
    ['', '.ics'].map((rest) => ['one time of it', () => sessions[n]!.path + rest]),
  ),
  ['a merge', () => `/merges/${mergeId}`],
  ...['', '/wishes', '/helpers', '/link', '/edit', '/slots'].map((rest): [string, () => string] => [
    'a help calendar',
    () => helpCalendar.path + rest,
  ]),
  ...['', '/stand-by', '?from=2020-01-01'].map((rest): [string, () => string] => [
    'its door',
    () => helpCalendar.link + rest,
  ]),
  ['a helper’s page before he is known', () => stranger],
  ['the letter to him, opened by whatever opens letters', () => unanswered],
  ['a turn of it', () => `${helpCalendar.link}/slots/${helpCalendar.slots[9]!.slotId}`],
  ['a report of a hidden circle', () => `/reports/new?kind=circle&id=${HIDDEN_CIRCLE}`],
  ['a case', () => theCase()],
  ...[hiddenCase, veiledCase].flatMap((id): [string, () => string][] => [
    ['a case', () => `/moderation/${id}`],
    ['a case in its circle', () => `/circles/${NIGHT_FEEDS}/cases/${id}`],
    ['a decision', () => `/me/decisions/${id}`],
  ]),
  ['their decisions', () => '/me/decisions'],
  ['her report', () => `/me/reports/${reportId}`],
  ...[0, 1, 2].map((n): [string, () => Promise<string>] => [
    'what two said',
    async () => `/messages/${(await plantTalks())[n]}`,
  ]),
  ...[0, 1, 2, 3, 4, 5, 6].map((n): [string, () => string] => ['her people', () => near[n]!]),
  ['what she shares with a circle', () => `/circles/${NIGHT_FEEDS}/near/${maya.memberId}`],
  ...['', '/worry', '/rematch', '/rest'].map((rest): [string, () => Promise<string>] => [
    'two of a program',
    async () => (await plantAPair()).path + rest,
  ]),
  [
    'what her coordinators see of them',
    async () => `/community/programs/${(await plantAPair()).programId}/pairs`,
  ],
  ['two of a pair: their room', async () => `/circles/${(await plantAPair()).circleId}`],
  ['two of a pair, looked for', () => '/search?q=windowsill'],
  ...Array.from({ length: 13 }, (_, n): [string, () => string] => ['what is proposed', () => proposals[n]!]),
  ...Array.from({ length: 6 }, (_, n): [string, () => string] => ['what gathers', () => seats[n]!]),
  ['her proposals', () => '/matches'],
  ['her messages', () => '/messages'],
  ['what was written before a block', () => '/messages/behind-blocks'],
  [
    'all that is hers',
    async () => {
      await plantACall();
      return '/me/export';
    },
  ],
  ['a search for a hidden name', () => '/circles?near=60657&within=any'],
];

/** Maya’s call, which Dana has taken: anew, since other pages close it. */
const plantACall = () =>
  aCallback(world, 'maya', 'dana', {
    phone: `312 ${word('the number she is called at')}`,
    line: word('a line for whoever calls'),
    safe: word('what keeps her safe on the telephone'),
    name: word('the name she is to be asked for by'),
  });

async function theCase(): Promise<string> {
  const { rows } = await world.owner.query('SELECT case_id FROM reports WHERE report_id = $1', [reportId]);
  return `/moderation/${rows[0].case_id}`;
}

/** Who saw which word on which pages. */
const seen = new Map<What, { reader: Reader; path: string }[]>();

/** Every page as everybody. What a page is about is arranged once, unless the page is another's for each who asks. */
async function look(these: typeof pages) {
  const clients = READERS.map((reader) => [reader, clientOf(reader)] as const);
  for (const [what, pathFor] of these) {
    const shared = pathFor.length === 0 ? await (pathFor as () => string | Promise<string>)() : null;
    for (const [reader, client] of clients) {
      const path = shared ?? (await pathFor(reader === 'dana' ? 'member' : reader));
      if (CLEARING.test(what)) await plantAgain();
      note(reader, path, await client.get(path));
    }
  }
}

function note(reader: Reader, path: string, answer: Answer) {
  const said = answer.text + JSON.stringify([...answer.headers]);
  // What the address asked for comes back in links; that is no news to whoever asked.
  const news = said.replaceAll(path, '').replaceAll(encodeURIComponent(path), '');
  for (const what of Object.keys(SECRETS) as What[])
    if (news.includes(word(what))) seen.set(what, [...(seen.get(what) ?? []), { reader, path }]);
}

/** Whose phone rings, and says all it may. */
const phones = new Map<Reader, FakeBrowser>();

/** Everybody wants to hear of everything: of every new post in every circle of hers, with its content. */
async function listen() {
  await put(
    `INSERT INTO circle_notification_settings (community_id, circle_id, member_id, watching)
     SELECT community_id, circle_id, member_id, true FROM circle_members`,
    [],
  );
  await put(
    `INSERT INTO notification_settings (community_id, member_id, content_free) SELECT community_id, member_id, false FROM members`,
    [],
  );
  const key = /data-key="([^"]+)"/.exec((await world.as('mo').get('/me/notifications')).text)![1]!;
  for (const reader of READERS.filter((one) => one !== 'nobody' && one !== 'other')) {
    const phone = await pushService.browser(key);
    const { endpoint, p256dh, auth } = phone;
    await clientOf(reader).post('/me/notifications/devices', { endpoint, p256dh, auth });
    phones.set(reader, phone);
  }
}

beforeAll(async () => {
  await listen();
  await plantPosts();
  // All of it waits for a first word, and is brought to whoever may be asked.
  for (const reader of READERS) await clientOf(reader).post('/me/listening', { listening: 'yes' });
  for (const hours of [3.1, 6.1, 12.1])
    await world.job('first-reply.climbing', new Date(Date.now() + hours * 3_600_000));
  await world.job('notifications.push', new Date(Date.now() + 1000));
  await plantTheRest();
  await plantAClass();
  await plantSessions();
  await plantHelp();
  await plantWhatHid();
  await plantPeople();
  await plantAnAsk();
  await plantAPair();
  proposals = await plantProposals();
  seats = await plantSeats();
  await plantAgain();
  // Some rows of the matrix end what stands in a program, or clear it away; so its own pages come before, and those after.
  const ofAProgram = ([what]: (typeof pages)[number]) =>
    /^(two of a|what is proposed|what gathers)/.test(what);
  const clears = ([route]: (typeof pages)[number]) =>
    /^GET .*\/(programs|matches|pairs|waiting-list|leading|circle-seats|circle-forming)\b/.test(route);
  const between = (one: (typeof pages)[number]) => !ofAProgram(one) && !clears(one);
  for (const these of [ofAProgram, between, clears]) await look(pages.filter(these));
}, 600_000);

test.each(Object.entries(SECRETS) as [What, Secret][])(
  '%s is read by nobody else',
  (what, { readers, where }) => {
    const found = seen.get(what) ?? [];
    const astray = found.filter(
      ({ reader, path }) => !readers.includes(reader) || (where && !where.test(path)),
    );
    expect(astray).toEqual([]);
    expect(READERS.filter((reader) => found.some((one) => one.reader === reader))).toEqual(
      READERS.filter((reader) => readers.includes(reader)),
    );
  },
);

test('no letter says any of it', async () => {
  await world.nobody().post('/sign-in', { email: dana.email, next: `/circles/${NIGHT_FEEDS}` });
  const outbox = join(world.parts.config.dataDir, 'outbox');
  const letters = readdirSync(outbox).map((name) => readFileSync(join(outbox, name), 'utf8'));
  expect(letters.length).toBeGreaterThan(0);
  for (const what of Object.keys(SECRETS) as What[])
    expect(
      letters.filter((letter) => letter.includes(word(what))),
      what,
    ).toEqual([]);
});

test('no message on a locked screen says any of it to anybody else, and no row behind it says anything', async () => {
  for (const [what, { readers, where }] of Object.entries(SECRETS) as [What, Secret][]) {
    const told = [...phones].filter(([, phone]) => JSON.stringify(phone.messages()).includes(word(what)));
    expect(
      told.map(([reader]) => reader).filter((reader) => where || !readers.includes(reader)),
      what,
    ).toEqual([]);
  }
  // The facilitator of the hidden circle is told by its name, the coordinator that posts wait: the phones do ring.
  const rung = [...phones].filter(([, phone]) => phone.messages().length > 0).map(([reader]) => reader);
  expect(rung.sort()).toEqual(['admin', 'blocked', 'dana', 'facilitator', 'member']);
  const { rows } = await world.owner.query('SELECT * FROM notifications WHERE member_id <> $1', [author]);
  expect(rows.length).toBeGreaterThan(5);
  for (const what of Object.keys(SECRETS) as What[])
    expect(JSON.stringify(rows), what).not.toContain(word(what));
});

/** Everybody wants letters with everything in them, and has been told of every post, as if nothing had held it back. */
async function everybodyIsTold() {
  const everybody = Object.values(world.people);
  for (const { communityId, memberId } of everybody)
    await put(
      `INSERT INTO answers (community_id, member_id, contact) VALUES ($1, $2, '{"by":"mail","contentFree":false}')
       ON CONFLICT (community_id, member_id) DO UPDATE SET contact = excluded.contact`,
      [communityId, memberId],
    );
  await put('DELETE FROM notifications', []);
  await put(
    `INSERT INTO notifications (community_id, member_id, kind, circle_id, post_id)
     SELECT m.community_id, m.member_id, 'conversation.post', c.circle_id, p.post_id FROM members m
     JOIN posts p ON p.community_id = m.community_id
     LEFT JOIN circle_members c ON c.community_id = m.community_id AND c.circle_id = p.circle_id AND c.member_id = m.member_id
     WHERE m.member_id = ANY ($1) AND p.body = ANY ($2)`,
    [everybody.map(({ memberId }) => memberId), Object.values(SECRETS).map((secret) => secret.word)],
  );
  // And that every session is off, whoever it was for.
  await put(
    `INSERT INTO notifications (community_id, member_id, kind, subject_id)
     SELECT $1, m, 'gatherings.cancelled', g FROM unnest($2::uuid[]) AS m, unnest($3::uuid[]) AS g`,
    [
      community,
      everybody.filter((one) => one.communityId === community).map(({ memberId }) => memberId),
      sessions.map(({ gatheringId }) => gatheringId),
    ],
  );
}

test('letters about what is new say it only to those who may read it', async () => {
  await everybodyIsTold();
  await world.job('letters.sending', new Date(Date.now() + 5 * 60_000));
  const outbox = join(world.parts.config.dataDir, 'outbox');
  const letters = await Promise.all(
    readdirSync(outbox).map((name) => PostalMime.parse(readFileSync(join(outbox, name)))),
  );
  const saidTo = (reader: Reader): string => {
    const name = reader === 'dana' ? 'dana' : VISITORS[reader];
    const hers = letters.filter(({ to }) => name && to?.[0]?.address === world.people[name].email);
    return JSON.stringify(hers);
  };
  for (const [what, { readers }] of Object.entries(SECRETS) as [What, Secret][]) {
    const told = READERS.filter((reader) => saidTo(reader).includes(word(what)));
    expect(
      told.filter((reader) => !readers.includes(reader)),
      what,
    ).toEqual([]);
    if (/^an? (anonymous )?post\b/.test(what))
      expect(told, what).toEqual(READERS.filter((r) => readers.includes(r)));
    if (what.endsWith('session')) expect(told, what).toEqual(READERS.filter((r) => readers.includes(r)));
    if (what.startsWith('an anonymous author')) expect(told, what).toEqual([]);
  }
});
