import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { sweepExpired } from './index.ts';

const world = await newWorld();

test('what is over is swept away, what is alive stays', async () => {
  await world.owner.query(
    `UPDATE auth.session SET "expiresAt" = now() - interval '1 second' WHERE id = 'session-vera'`,
  );
  await world.owner.query(
    `INSERT INTO auth.verification (id, identifier, value, "expiresAt")
     VALUES ('old', 'a', 'b', now() - interval '1 minute'), ('new', 'a', 'b', now() + interval '1 minute')`,
  );
  expect(await sweepExpired(world.parts)).toBe(2);
  expect(await sweepExpired(world.parts)).toBe(0);
  const { rows } = await world.owner.query(
    'SELECT id FROM auth.session UNION SELECT id FROM auth.verification',
  );
  const left = rows.map(({ id }) => id);
  expect(left).toContain('new');
  expect(left).toContain('session-maya');
  expect(left).not.toContain('session-vera');
  expect((await world.as('maya').get('/me')).status).toBe(200);
});

test('a later day sweeps what was alive today', async () => {
  const inAMonth = new Date(Date.now() + 30 * 86_400_000);
  await sweepExpired(world.parts, inAMonth);
  const { rows } = await world.owner.query('SELECT count(*)::int AS n FROM auth.session');
  expect(rows[0].n).toBe(0);
});
