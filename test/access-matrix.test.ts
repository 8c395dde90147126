import { afterAll, describe, expect, test } from 'vitest';
import { MATRIX } from './access-matrix/index.ts';
import { type Row, VISITORS, type Visitor } from './access-matrix/row.ts';
import { newWorld, type World } from './kit/world.ts';

const world = await newWorld({ TRUST_PROXY: 'true' });

/** Every route the application answers, as 'METHOD /path'. Middleware answers nothing by itself. */
const registered = [
  ...new Set(world.app.routes.filter((r) => r.method !== 'ALL').map((r) => `${r.method} ${r.path}`)),
].sort();

test('every route stands in the matrix, and nothing else does', () => {
  // A route may stand there more than once: tried on things in different states.
  expect([...new Set(MATRIX.map((row) => row.route))].sort()).toEqual(registered);
});

describe.each(MATRIX.map((row) => [row.route, row] as const))('%s', (_, row) => {
  test.each(Object.keys(VISITORS) as Visitor[])('as %s', async (visitor) => {
    expect(await statusFor(row, visitor)).toBe(row.expect[visitor]);
  });
});

const tried = new Set<string>();
async function statusFor(row: Row, visitor: Visitor): Promise<number> {
  const name = VISITORS[visitor];
  if (name) await signedIn(name);
  const client = name ? world.as(name) : world.nobody();
  const path = await pathOf(row, visitor);
  tried.add(row.route);
  // A house of their own for each route: so many wrong addresses from one are shut out.
  const from = { 'x-forwarded-for': `198.51.${tried.size >> 8}.${tried.size & 255}` };
  if (row.route.startsWith('GET ')) return (await client.get(path, from)).status;
  const form = typeof row.form === 'function' ? await row.form(world, visitor) : row.form;
  return (await client.post(path, form, from)).status;
}

const lookedAt = new Map<Row, string>();
/** Where it is tried. What is only looked at is arranged once for all eight, unless it is another's for each. */
async function pathOf(row: Row, visitor: Visitor): Promise<string> {
  if (!row.route.startsWith('GET ') || row.path.length > 1) return row.path(world, visitor);
  const path = lookedAt.get(row) ?? (await row.path(world, visitor));
  lookedAt.set(row, path);
  return path;
}

// Some rows sign people out: everybody is let in again before her next try.
async function signedIn(name: keyof World['people']) {
  const { sessionToken, accountId } = world.people[name];
  await world.owner.query(
    `INSERT INTO auth.session (id, "expiresAt", token, "userId") VALUES ($1, now() + interval '7 days', $2, $3)
     ON CONFLICT DO NOTHING`,
    [`session-${name}`, sessionToken, accountId],
  );
}

afterAll(() => expect(tried.size).toBe(registered.length));
