import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { keyring, newId, newToken } from '../../src/platform/crypto/index.ts';
import { runningEmbeddedPostgres } from '../../src/platform/db/embedded/index.ts';
import { NIGHT_FEEDS, settle } from './people.ts';
import { startServer } from './server.ts';

/** What many kills did to what was written meanwhile. */
export interface Losses {
  kills: number;
  /** Posts whose writer saw the redirect that says it is kept. */
  acknowledged: number;
  /** Of these, the ones that were not there after a restart. */
  lost: number;
  /** Of these, the ones that were there more than once. */
  doubled: number;
  /** From each start to the first answer, in milliseconds. */
  restarts: number[];
}

// One member may post thirty times in ten minutes, counted anew by each server: so there are many, who take turns.
const WRITERS = 6;
const MEMBERS_EACH = 12;

/**
 * Kills the server without warning, `kills` times, while several people post: each time as soon as it has acknowledged
 * `posts()` more. Every other time its PostgreSQL dies in the same moment, as when the power goes. After each kill the
 * server is started again and the posts are counted.
 */
export async function killWhileWriting(kills: number, posts: () => number): Promise<Losses> {
  let server = await startServer();
  const { dataDir } = server;
  const losses: Losses = { kills, acknowledged: 0, lost: 0, doubled: 0, restarts: [] };
  const kept = new Set<string>();
  try {
    const members = await moveIn(dataDir);
    for (let kill = 0; kill < kills; kill += 1) {
      const life = new AbortController();
      const enough = reaching(kept, kept.size + posts());
      const writing = Array.from({ length: WRITERS }, (_, writer) =>
        writeUntil(life.signal, server.url, dataDir, everyNth(members, writer), enough.keep),
      );
      await Promise.race([enough.reached, Promise.all(writing)]);
      const database = kill % 2 ? postgresOf(dataDir) : [];
      const dead = server.kill();
      for (const pid of database) end(pid);
      await dead;
      life.abort();
      await Promise.all(writing);
      const began = performance.now();
      server = await startServer({ dataDir });
      losses.restarts.push(performance.now() - began);
      await count(dataDir, kept, losses);
    }
    losses.acknowledged = kept.size;
    return losses;
  } finally {
    await server.stop();
  }
}

/** Keeps posts until there are `size` of them, and says when. */
function reaching(kept: Set<string>, size: number) {
  let reach = () => {};
  const reached = new Promise<void>((done) => {
    reach = done;
  });
  const keep = (body: string) => {
    if (kept.add(body).size >= size) reach();
  };
  return { reached, keep };
}

const everyNth = (members: Member[], writer: number) => members.filter((_, i) => i % WRITERS === writer);

interface Member {
  memberId: string;
  token: string;
}

const MOVE_IN = `WITH
  given AS (SELECT id, token FROM unnest($1::uuid[], $2::text[]) AS given (id, token)),
  accounts AS (INSERT INTO auth."user" (id, name, email) SELECT id, 'Writer', id || '@example.org' FROM given),
  sessions AS (INSERT INTO auth.session (id, "expiresAt", token, "userId")
    SELECT id, now() + interval '7 days', token, id FROM given),
  moved AS (INSERT INTO members (community_id, member_id, account_id, display_name)
    SELECT $3, id, id, 'Writer' FROM given)
  INSERT INTO circle_members (community_id, circle_id, member_id) SELECT $3, $4, id FROM given`;

/** The named people, and many more in a circle without a cap. */
async function moveIn(dataDir: string): Promise<Member[]> {
  const owner = new pg.Pool({ ...(await runningEmbeddedPostgres(dataDir))!, max: 1 });
  const { rosa } = await settle(owner);
  await owner.query('UPDATE circles SET cap = NULL WHERE circle_id = $1', [NIGHT_FEEDS]);
  const members = Array.from({ length: WRITERS * MEMBERS_EACH }, () => ({
    memberId: newId(),
    token: newToken(),
  }));
  const given = [members.map(({ memberId }) => memberId), members.map(({ token }) => token)];
  await owner.query(MOVE_IN, [...given, rosa.communityId, NIGHT_FEEDS]);
  await owner.end();
  return members;
}

/** Posts one after the other over HTTP until the server is gone; a post counts as kept when the redirect was seen. */
async function writeUntil(
  over: AbortSignal,
  url: string,
  dataDir: string,
  members: Member[],
  keep: (body: string) => void,
): Promise<void> {
  const keys = keyring(null, dataDir);
  const seed = newToken();
  for (let i = 0; !over.aborted; i += 1) {
    const { token } = members[i % members.length]!;
    const body = `written ${newId()}`;
    const signature = createHmac('sha256', keys.secret).update(token).digest('base64');
    const session = `better-auth.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
    try {
      const answer = await fetch(`${url}/circles/${NIGHT_FEEDS}/posts`, {
        method: 'POST',
        redirect: 'manual',
        signal: over,
        headers: { cookie: `seed=${seed}; ${session}` },
        body: new URLSearchParams({ _csrf: keys.sign('csrf', seed), body }),
      });
      if (answer.status === 303) keep(body);
      else if (answer.status !== 429) throw new Error(`A post was answered with ${answer.status}`);
    } catch (error) {
      if (error instanceof TypeError || over.aborted) return; // the connection broke: the server was killed
      throw error;
    }
  }
}

/** The database's processes, its first one first. */
function postgresOf(dataDir: string): number[] {
  const [first] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === first)
    .map(Number);
  return [Number(first), ...children];
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended with the first one
  }
}

function parentOf(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1];
  } catch {
    return undefined; // it ended meanwhile
  }
}

/** Looks whether every post that was acknowledged is there, once. */
async function count(dataDir: string, kept: Set<string>, losses: Losses): Promise<void> {
  const owner = new pg.Client((await runningEmbeddedPostgres(dataDir))!);
  await owner.connect();
  const { rows } = await owner.query<{ body: string; times: number }>(
    "SELECT body, count(*)::int AS times FROM posts WHERE body LIKE 'written %' GROUP BY body",
  );
  await owner.end();
  const there = new Map(rows.map(({ body, times }) => [body, times]));
  losses.lost = [...kept].filter((body) => !there.has(body)).length;
  losses.doubled = rows.filter(({ times }) => times > 1).length;
}
