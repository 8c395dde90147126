import { test } from 'vitest';
import pg from 'pg';
import { inject } from 'vitest';
import { newWorld } from './kit/world.ts';
test('x', async () => {
  const login = inject('owner');
  const a = new pg.Client(login); await a.connect();
  const time = async (name: string, f: () => Promise<unknown>) => { const w = performance.now(), c = process.cpuUsage(); await f(); const u = process.cpuUsage(c); console.log(name, Math.round(performance.now() - w), 'ms wall; node cpu', Math.round((u.user + u.system) / 1000)); };
  for (const how of ['as is', 'fast']) {
    if (how === 'fast') { for (const s of ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off', 'autovacuum = off']) await a.query(`ALTER SYSTEM SET ${s}`); await a.query('SELECT pg_reload_conf()'); }
    console.log(how, (await a.query("select pg_database_size('porchlight_template') s, current_setting('fsync') f")).rows[0]);
    for (let i = 0; i < 4; i++) {
      await time('create wal_log', () => a.query(`CREATE DATABASE x${i} TEMPLATE porchlight_template`));
      await time('create file_copy', () => a.query(`CREATE DATABASE y${i} TEMPLATE porchlight_template STRATEGY file_copy`));
      await time('drop', () => a.query(`DROP DATABASE x${i} WITH (FORCE)`));
      await time('drop', () => a.query(`DROP DATABASE y${i} WITH (FORCE)`));
    }
    for (let i = 0; i < 4; i++) await time('newWorld', () => newWorld());
    const world = await newWorld();
    await time('get 1', () => world.as('maya').get('/plan'));
    await time('get 20', async () => { for (let i = 0; i < 20; i++) await world.as('maya').get('/plan'); });
    await time('post 20', async () => { for (let i = 0; i < 20; i++) await world.as('maya').post('/me/listening', { listening: 'yes' }); });
  }
}, 60000);
