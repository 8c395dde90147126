// 500 open pages on one thread, in one process: how long a new reply takes to reach the last of them.
import { randomUUID } from 'node:crypto';
import { type ClientRequest, request } from 'node:http';
import type pg from 'pg';
import { keyring, newToken } from '../src/platform/crypto/index.ts';
import { NIGHT_FEEDS, type Person } from '../test/kit/people.ts';
import { memoryOf, processesOf } from './kit/processes.ts';
import { type Figure, median, report } from './kit/report.ts';
import { type Server, startServer } from './kit/server.ts';
import { cookieOf, inTown } from './kit/town.ts';

const READERS = 500;
const REPLIES = 15;
const WORDS = /warming up|reply number \d+\./g;

await report('live', async () => {
  const server = await startServer();
  try {
    return await inTown(server.dataDir, async ({ owner, people }) => {
      const readers = await moveIn(owner, people.maya.communityId);
      const thread = await startThread(owner, people.rosa);
      const before = memoryOf([server.pid]);
      const open = await openAll(server, thread, readers);
      await say(server, thread, people.rosa, 'warming up');
      await open.heard('warming up');
      const times: number[] = [];
      for (let n = 1; n <= REPLIES; n += 1) {
        const began = performance.now();
        await say(server, thread, people.rosa, `reply number ${n}.`);
        await open.heard(`reply number ${n}.`);
        times.push(performance.now() - began);
      }
      const after = memoryOf([server.pid]);
      const whole = memoryOf(processesOf(server));
      open.close();
      return figures(times, { before, after, whole });
    });
  } finally {
    await server.stop();
  }
});

function figures(times: number[], memory: { before: number; after: number; whole: number }): Figure[] {
  const from = `from sending it until the last of ${READERS} readers has it, ${times.length} replies`;
  return [
    { what: 'a reply reaches all, middle', value: median(times), unit: 'ms', note: from },
    { what: 'a reply reaches all, longest', value: Math.max(...times), unit: 'ms', most: 2000, note: from },
    {
      what: 'memory of the process with all of them',
      value: memory.after,
      unit: 'MB',
      note: `${memory.before.toFixed(0)} MB before they came; with its PostgreSQL ${memory.whole.toFixed(0)} MB`,
    },
  ];
}

type Reader = Pick<Person, 'memberId' | 'sessionToken'>;

/** Five hundred members in one circle, each with a session. */
async function moveIn(owner: pg.Pool, communityId: string): Promise<Reader[]> {
  const readers = Array.from({ length: READERS }, () => ({
    memberId: randomUUID(),
    sessionToken: newToken(),
  }));
  const given = [readers.map((one) => one.memberId), readers.map((one) => one.sessionToken)];
  await owner.query(
    `INSERT INTO auth."user" (id, name, email, "emailVerified")
     SELECT id, 'Reader', id || '@example.org', true FROM unnest($1::text[]) AS id`,
    [given[0]],
  );
  await owner.query(
    `INSERT INTO auth.session (id, "expiresAt", token, "userId")
     SELECT 's-' || id, now() + interval '7 days', token, id FROM unnest($1::text[], $2::text[]) AS one (id, token)`,
    given,
  );
  await owner.query(
    `INSERT INTO members (community_id, member_id, account_id, display_name, role)
     SELECT $2, id::uuid, id, 'Reader', 'member' FROM unnest($1::text[]) AS id`,
    [given[0], communityId],
  );
  await owner.query('UPDATE circles SET cap = NULL WHERE circle_id = $1', [NIGHT_FEEDS]);
  await owner.query(
    `INSERT INTO circle_members (community_id, circle_id, member_id) SELECT $2, $3, id FROM unnest($1::uuid[]) AS id`,
    [given[0], communityId, NIGHT_FEEDS],
  );
  return readers;
}

async function startThread(owner: pg.Pool, { communityId, memberId }: Person): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `INSERT INTO posts (community_id, post_id, circle_id, thread_id, author_id, body) VALUES ($1, $2, $3, $2, $4, 'Who is up?')`,
    [communityId, id, NIGHT_FEEDS, memberId],
  );
  return id;
}

async function say(server: Server, thread: string, person: Person, body: string): Promise<void> {
  const seed = newToken();
  const answer = await fetch(`${server.url}/circles/${NIGHT_FEEDS}/posts/${thread}/replies`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `seed=${seed}; ${cookieOf(server.dataDir, person)}` },
    body: new URLSearchParams({ _csrf: keyring(null, server.dataDir).sign('csrf', seed), body }),
  });
  if (answer.status !== 303) throw new Error(`A reply was answered with ${answer.status}`);
}

async function openAll(server: Server, thread: string, readers: Reader[]) {
  const page = `${server.url}/circles/${NIGHT_FEEDS}/posts/${thread}`;
  const told = new Map<string, number>();
  let waiting: { words: string; done: () => void } | null = null;
  const hear = (words: string) => {
    told.set(words, (told.get(words) ?? 0) + 1);
    if (waiting?.words === words && told.get(words) === READERS) waiting.done();
  };
  const lines: ClientRequest[] = [];
  for (const reader of readers) {
    const cookie = cookieOf(server.dataDir, reader as Person);
    lines.push(await line(`${page}/live?after=${await markOn(page, cookie)}`, cookie, hear));
  }
  return {
    /** Resolves when each of them has it. */
    heard: (words: string) =>
      new Promise<void>((done) => {
        if (told.get(words) === READERS) done();
        else waiting = { words, done };
      }),
    close: () => {
      for (const one of lines) one.destroy();
    },
  };
}

/** From where an open page follows: the mark that stands in it, which is its reader's own. */
async function markOn(page: string, cookie: string): Promise<string> {
  const html = await (await fetch(page, { headers: { cookie } })).text();
  const mark = /data-after="([^"]+)"/.exec(html)?.[1];
  if (!mark) throw new Error('A thread came without a place to follow from');
  return encodeURIComponent(mark);
}

/** One page's line; resolves once it is open. */
function line(url: string, cookie: string, hear: (words: string) => void): Promise<ClientRequest> {
  return new Promise((opened, fail) => {
    const asked = request(url, { headers: { cookie, accept: 'text/event-stream' } }, (answer) => {
      if (answer.statusCode !== 200) return fail(new Error(`A line was answered with ${answer.statusCode}`));
      answer.setEncoding('utf8');
      let heard = '';
      answer.on('data', (piece: string) => {
        heard += piece;
        const end = heard.lastIndexOf('\n\n');
        if (end < 0) return;
        for (const [words] of heard.slice(0, end).matchAll(WORDS)) hear(words);
        heard = heard.slice(end);
      });
      answer.on('error', () => {});
      opened(asked);
    });
    asked.on('error', fail);
    asked.end();
  });
}
