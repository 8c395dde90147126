// Two servers on one PostgreSQL behind pgbouncer in transaction mode, with fewer connections than people:
//   apt-get install postgresql pgbouncer && node bench/pooler.mjs
// Every member writes something of her own through one server and reads it through the other, all at once. A scope
// that leaked from one transaction into the next would show her somebody else's words, or none.
import { spawn, spawnSync } from 'node:child_process';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { build, isFresh } from '../bin/build.mjs';

const MEMBERS = 40;
const ROUNDS = 10;
const CONNECTIONS = 4;
const SECRET = randomBytes(24).toString('hex');

const folder = mkdtempSync(path.join(tmpdir(), 'pl-pooler-'));
chmodSync(folder, 0o755);
// Neither PostgreSQL nor pgbouncer runs as root.
const asNobody = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {};
const running = [];
try {
  if (!(await isFresh())) await build();
  const postgres = await startPostgres();
  const pooler = await startPgbouncer(postgres);
  const urls = [];
  for (const name of ['one', 'two']) urls.push(await startServer(name, postgres, pooler));
  const people = await moveIn(postgres);
  console.log(await live(urls, people, postgres));
} finally {
  for (const child of running.reverse()) {
    child.kill('SIGINT');
    await new Promise((done) => (child.exitCode === null ? child.once('exit', done) : done()));
  }
  rmSync(folder, { recursive: true, force: true });
}

function start(program, args, options = {}) {
  const child = spawn(program, args, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], ...options });
  running.push(child);
  return child;
}

async function startPostgres() {
  const home = '/usr/lib/postgresql';
  const newest = existsSync(home) ? readdirSync(home).sort((a, b) => b - a)[0] : undefined;
  if (!newest) throw new Error('This needs Debian’s PostgreSQL: apt-get install postgresql pgbouncer');
  const bin = path.join(home, newest, 'bin');
  const data = ours('postgres');
  const made = spawnSync(`${bin}/initdb`, ['-D', data, '-U', 'postgres', '--auth=trust'], {
    cwd: '/',
    ...asNobody,
  });
  if (made.status !== 0) throw new Error(String(made.stderr));
  const port = await freePort();
  start(`${bin}/postgres`, ['-D', data, '-p', port, '-h', '127.0.0.1', '-k', data], asNobody);
  const url = (user, database) => `postgresql://${user}@127.0.0.1:${port}/${database}`;
  await until(() => ask(url('postgres', 'postgres'), 'SELECT'));
  // As docs/self-hosting.md says.
  await ask(
    url('postgres', 'postgres'),
    `CREATE ROLE porchlight_app; CREATE ROLE porchlight_auth; CREATE ROLE porchlight_policy;
     CREATE ROLE porch_owner LOGIN; CREATE ROLE porch_server LOGIN;
     GRANT porchlight_app, porchlight_auth, porchlight_policy TO porch_owner;
     GRANT porchlight_app, porchlight_auth TO porch_server`,
  );
  await ask(url('postgres', 'postgres'), 'CREATE DATABASE porchlight OWNER porch_owner');
  return { port, version: newest, url: (user) => url(user, 'porchlight') };
}

async function startPgbouncer({ port: behind }) {
  const port = await freePort();
  const file = path.join(ours('pgbouncer'), 'pgbouncer.ini');
  writeFileSync(`${file}.users`, '"porch_server" ""\n');
  writeFileSync(
    file,
    `[databases]\nporchlight = host=127.0.0.1 port=${behind}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}
unix_socket_dir =\nauth_type = trust\nauth_file = ${file}.users\npool_mode = transaction\ndefault_pool_size = ${CONNECTIONS}\n`,
  );
  start('/usr/sbin/pgbouncer', [file], asNobody);
  const url = `postgresql://porch_server@127.0.0.1:${port}/porchlight`;
  await until(() => ask(url, 'SELECT'));
  return url;
}

async function startServer(name, postgres, pooler) {
  const server = fileURLToPath(new URL('../dist/server.js', import.meta.url));
  const env = {
    ...process.env,
    DATA_DIR: path.join(folder, name),
    PORT: '0',
    SECRET,
    LOG_LEVEL: 'error',
    DATABASE_OWNER_URL: postgres.url('porch_owner'),
    DATABASE_URL: pooler,
    DATABASE_POOLER: 'transaction',
    DATABASE_CONNECTIONS: '20',
  };
  const child = start(process.execPath, [server], { env });
  let said = '';
  return new Promise((found, fail) => {
    const hear = (bytes) => {
      said += bytes;
      const address = /is at (http:\S+)/.exec(said)?.[1];
      if (address) found(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => fail(new Error(said)));
  });
}

/** A community, and members with a session each. */
async function moveIn(postgres) {
  const community = randomUUID();
  const people = Array.from({ length: MEMBERS }, (_, n) => ({ n, token: randomBytes(24).toString('hex') }));
  await ask(
    postgres.url('postgres'),
    `INSERT INTO communities (community_id, name, time_zone, languages) VALUES ('${community}', 'Porch', 'UTC', '{en}')`,
  );
  for (const { n, token } of people) {
    await ask(
      postgres.url('postgres'),
      `INSERT INTO auth."user" (id, name, email) VALUES ('a${n}', 'x', '${n}@example.org');
       INSERT INTO auth.session (id, "expiresAt", token, "userId") VALUES ('s${n}', now() + interval '1 day', '${token}', 'a${n}');
       INSERT INTO members (community_id, member_id, account_id, display_name) VALUES ('${community}', '${randomUUID()}', 'a${n}', 'M${n}')`,
    );
  }
  return people;
}

/** All at once, each her own words, to and fro between the servers. */
async function live(urls, people, postgres) {
  const started = performance.now();
  let strange = 0;
  let asked = 0;
  const one = async ({ n, token }) => {
    for (let round = 0; round < ROUNDS; round++) {
      const words = `words of ${n} in round ${round}.`;
      const saved = await request(urls[round % 2], token, { about: words });
      const page = await (await request(urls[(round + 1) % 2], token)).text();
      asked += 2;
      const found = [...page.matchAll(/words of \d+ in round \d+\./g)].map(([text]) => text);
      if (saved.status !== 303 || found.length !== 1 || found[0] !== words) strange += 1;
    }
  };
  await Promise.all(people.map(one));
  const seconds = (performance.now() - started) / 1000;
  const [{ count }] = await ask(
    postgres.url('postgres'),
    `SELECT count(*)::int FROM pg_stat_activity WHERE usename = 'porch_server'`,
  );
  if (strange || count > CONNECTIONS) process.exitCode = 1;
  return `PostgreSQL ${postgres.version}: ${asked} requests of ${MEMBERS} members at once over two servers in ${seconds.toFixed(1)} s, through ${count} connections: ${strange} strange answers`;
}

function request(url, token, fields) {
  const signature = createHmac('sha256', SECRET).update(token).digest('base64');
  const csrf = createHmac('sha256', SECRET).update('csrf\0seed').digest('base64url').slice(0, 22);
  const cookie = `seed=seed; better-auth.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
  if (!fields) return fetch(`${url}/mentoring/offer`, { headers: { cookie } });
  const body = new URLSearchParams({
    _csrf: csrf,
    experiences: 'sleep',
    languages: 'en',
    capacity: '1',
    ...fields,
  });
  return fetch(`${url}/mentoring/offer`, { method: 'POST', headers: { cookie }, body, redirect: 'manual' });
}

async function ask(url, text) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function ours(name) {
  const made = path.join(folder, name);
  mkdirSync(made, { mode: 0o700 });
  if (asNobody.uid) chownSync(made, asNobody.uid, asNobody.gid);
  return made;
}

async function until(work) {
  for (let left = 100; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
      await pause(100);
    }
  }
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(String(port)));
    });
  });
}
