import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive } from './postmaster-file.ts';
import { type Account, accounts, gone, isRoot, Yard } from './servers.fixture.ts';

const yard = new Yard();
const account = accounts[0] as Account;

// One database is made by a first start; the tests work on copies of it, given to the account that starts them.
beforeAll(async () => {
  await yard.open();
  const first = await yard.start(yard.dataDir('made', account), account);
  await first.sql("CREATE TABLE word AS SELECT 'kept' AS said");
  await first.kill('SIGTERM');
  expect(isAlive(first.pid)).toBe(false);
}, 120_000);

afterAll(() => yard.clear());

describe.each(accounts)('the embedded database, started by $name', { timeout: 120_000 }, (account) => {
  const folder = (name: string) => yard.copyOf('made', `${name} (${account.name})`, account);

  it('keeps its rows over a stop and a start, and listens on no network', async () => {
    const server = await yard.start(folder('again'), account);
    expect(await server.sql('SELECT said FROM word')).toEqual([{ said: 'kept' }]);
    expect(await server.sql('SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(await server.sql('SHOW fsync')).toEqual([{ fsync: 'on' }]);
    expect(await server.sql("SELECT lower('ÁÑ') AS small")).toEqual([{ small: 'áñ' }]);
    await server.kill('SIGTERM');
    expect(isAlive(server.pid)).toBe(false);
  });

  it('adopts the PostgreSQL of a server killed without warning', async () => {
    const dataDir = folder('adopted');
    const killed = await yard.start(dataDir, account);
    await killed.sql("INSERT INTO word VALUES ('acknowledged')");
    await killed.kill('SIGKILL');
    expect(isAlive(killed.pid)).toBe(true);
    const next = await yard.start(dataDir, account);
    expect(next.pid).toBe(killed.pid);
    expect(await next.sql('SELECT count(*)::int AS n FROM word')).toEqual([{ n: 2 }]);
    await next.kill('SIGTERM');
    expect(isAlive(next.pid)).toBe(false);
  });

  it('starts after both were killed, though a stranger now has the old number', async () => {
    const dataDir = folder('both');
    const killed = await yard.start(dataDir, account);
    await killed.sql("INSERT INTO word VALUES ('acknowledged')");
    await killed.kill('SIGKILL');
    process.kill(killed.pid, 'SIGKILL');
    await gone(killed.pid);
    const files = ['postmaster.pid', '.s.PGSQL.5432.lock'].map((name) =>
      path.join(dataDir, 'postgres', name),
    );
    const { uid, gid } = fs.statSync(files[0] as string);
    const stranger = spawn('sleep', ['60'], { cwd: '/', stdio: 'ignore', ...(isRoot ? { uid, gid } : {}) });
    for (const file of files) {
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^\d+/, String(stranger.pid)));
    }
    try {
      const next = await yard.start(dataDir, account);
      expect(await next.sql('SELECT count(*)::int AS n FROM word')).toEqual([{ n: 2 }]);
      expect(isAlive(stranger.pid ?? 0)).toBe(true);
    } finally {
      stranger.kill();
    }
  });
});

describe('the folder of an embedded database', { timeout: 120_000 }, () => {
  const folder = (name: string) => yard.copyOf('made', name, account);

  it('gets its PostgreSQL back when that is killed under a running server', async () => {
    const server = await yard.start(folder('revived'), account);
    await server.sql("INSERT INTO word VALUES ('acknowledged')");
    process.kill(server.pid, 'SIGKILL');
    await server.says(/is back/);
    expect(await server.sql('SELECT count(*)::int AS n FROM word')).toEqual([{ n: 2 }]);
  });

  it('is for one: the second says so, stops, and harms nothing', async () => {
    const dataDir = folder('twice');
    const first = await yard.start(dataDir, account);
    const second = await yard.start(dataDir, account);
    expect(second.ready).toBe(false);
    expect(second.child.exitCode).toBe(1);
    expect(second.said).toHaveLength(1);
    expect(second.said[0]).toContain(
      `already running on the folder ${dataDir} (process ${first.child.pid} on `,
    );
    expect(await first.sql('SELECT said FROM word')).toEqual([{ said: 'kept' }]);
  });

  it('goes to exactly one of three that start at once on what a crash left', async () => {
    const dataDir = folder('race');
    const killed = await yard.start(dataDir, account);
    await killed.kill('SIGKILL');
    process.kill(killed.pid, 'SIGKILL');
    const all = await Promise.all([1, 2, 3].map(() => yard.start(dataDir, account)));
    expect(all.filter((each) => each.ready)).toHaveLength(1);
    expect(all.filter((each) => /already running/.test(each.said.at(-1) ?? ''))).toHaveLength(2);
  });

  it('may have a path too long for a socket', async () => {
    const dataDir = folder(path.join('a'.repeat(60), 'b'.repeat(60)));
    const killed = await yard.start(dataDir, account);
    const { host } = killed.config;
    expect(host.startsWith(dataDir)).toBe(false);
    expect(fs.statSync(host).mode & 0o777).toBe(0o700);
    await killed.kill('SIGKILL');
    const next = await yard.start(dataDir, account);
    process.kill(next.pid, 'SIGKILL');
    await next.says(/is back/);
    expect(await next.sql('SELECT said FROM word')).toEqual([{ said: 'kept' }]); // on the same socket as before
    await next.kill('SIGTERM');
    expect(fs.existsSync(host)).toBe(false);
  });

  it('is refused when another major version made it, with what to do', async () => {
    const dataDir = folder('older');
    fs.writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '9\n');
    const before = fs.readdirSync(path.join(dataDir, 'postgres'));
    const refused = await yard.start(dataDir, account);
    expect(refused.child.exitCode).toBe(1);
    expect(refused.said.join()).toMatch(/made by PostgreSQL 9, .*pg_dump, .*docs\/self-hosting\.md/);
    expect(fs.readdirSync(path.join(dataDir, 'postgres'))).toEqual(before);
  });

  it('is refused when it holds other things', async () => {
    const dataDir = yard.dataDir('other things', account);
    fs.mkdirSync(path.join(dataDir, 'postgres'));
    fs.writeFileSync(path.join(dataDir, 'postgres', 'letter.txt'), 'Dear');
    const refused = await yard.start(dataDir, account);
    expect(refused.child.exitCode).toBe(1);
    expect(refused.said.join()).toContain('holds files but no database');
  });
});

describe('a first start', { timeout: 120_000 }, () => {
  it('has one winner when two come at once', async () => {
    const ordinary = accounts.at(-1) as Account; // where root runs the tests, the database above was root's
    const dataDir = yard.dataDir('first race', ordinary);
    const both = await Promise.all([1, 2].map(() => yard.start(dataDir, ordinary)));
    expect(both.map((each) => each.ready).sort()).toEqual([false, true]);
    expect(fs.readdirSync(dataDir)).toEqual(['postgres']);
  });

  // Only root has folders that nobody else may enter, and only root hands PostgreSQL to another account.
  if (isRoot) {
    it('keeps the files elsewhere when only root can enter the folder', async () => {
      const dataDir = yard.dataDir('private/data', account);
      fs.chmodSync(path.dirname(dataDir), 0o700);
      const server = await yard.start(dataDir, account);
      const real = fs.realpathSync(path.join(dataDir, 'postgres'));
      try {
        expect(server.said.join()).toContain('is a link to them');
        expect(await server.sql('SELECT 1 AS one')).toEqual([{ one: 1 }]);
        await server.kill('SIGTERM');
      } finally {
        fs.rmSync(real, { recursive: true });
      }
    });

    it('is refused to an ordinary user on the database of another account', async () => {
      const dataDir = yard.copyOf('made', 'not hers', account);
      const refused = await yard.start(dataDir, accounts[1] as Account);
      expect(refused.child.exitCode).toBe(1);
      expect(refused.said.join()).toContain('belongs to another account');
    });
  }
});
