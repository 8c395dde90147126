// Turns taken over HTTP, beside the same guarantee in bare SQL; a thousand for fifty slots at once; and what a calendar of
// ninety days with six slots a day weighs.
import pg from 'pg';
import { runningEmbeddedPostgres } from '../src/platform/db/embedded/index.ts';
import { calendarIn, helpersWaiting, raceFor } from '../test/kit/claims.ts';
import { openChromium } from './kit/chromium.ts';
import { type Figure, report } from './kit/report.ts';
import { startServer } from './kit/server.ts';
import { weigh } from './kit/weighing.ts';

const RACERS = 1000;
const CLAIMS = 500;
const AT_ONCE = 16;
/** A house each, as far as the trusted proxy says. */
process.env.TRUST_PROXY = 'true';

await report('help-calendars', async () => {
  const figures: Figure[] = [];
  figures.push(...(await race()));
  figures.push(...(await throughput()));
  figures.push(...(await weight()));
  return figures;
});

async function race(): Promise<Figure[]> {
  const server = await startServer();
  const { keys, made, end } = await calendarIn(server.dataDir, 50);
  const { answers, seconds } = await raceFor(server.url, keys, made, helpersWaiting(RACERS));
  await end();
  await server.stop();
  const won = answers.filter(({ status }) => status === 303);
  const told = answers.filter(({ status }) => status === 409);
  return [
    { what: '1 000 helpers for 50 slots, all answered', value: seconds, unit: 's' },
    {
      what: 'slots that got one helper',
      value: new Set(won.map(({ slotId }) => slotId)).size,
      unit: '',
      least: 50,
    },
    { what: 'helpers who got one', value: won.length, unit: '', most: 50, least: 50 },
    { what: 'told kindly that it is taken', value: told.length, unit: '', least: RACERS - 50 },
  ];
}

/** Each helper their own slot: sixteen at a time over HTTP, and sixteen at a time straight into the database. */
async function throughput(): Promise<Figure[]> {
  const server = await startServer();
  const { keys, made, owner, end } = await calendarIn(server.dataDir, CLAIMS);
  const helpers = helpersWaiting(CLAIMS);
  const began = performance.now();
  for (let i = 0; i < CLAIMS; i += AT_ONCE)
    await raceFor(server.url, keys, made, helpers.slice(i, i + AT_ONCE));
  const http = CLAIMS / ((performance.now() - began) / 1000);
  await owner.query('UPDATE help_slots SET helper_id = NULL');
  const login = (await runningEmbeddedPostgres(server.dataDir))!;
  const pool = new pg.Pool({ ...login, max: 4 });
  const { rows } = await owner.query('SELECT community_id, calendar_id FROM help_calendars');
  const started = performance.now();
  for (let i = 0; i < CLAIMS; i += AT_ONCE)
    await Promise.all(made.slots.slice(i, i + AT_ONCE).map(({ slotId }) => bareClaim(pool, rows[0], slotId)));
  const bare = CLAIMS / ((performance.now() - started) / 1000);
  await pool.end();
  await end();
  await server.stop();
  return [
    { what: 'turns taken over HTTP', value: http, unit: '/s' },
    { what: 'bare SQL with the same guarantee', value: bare, unit: '/s' },
    { what: 'over HTTP, of the bare SQL', value: (100 * http) / bare, unit: '%' },
  ];
}

/** The least that keeps a slot from being taken twice: a row for who it is, and an update that finds it free. */
async function bareClaim(
  pool: pg.Pool,
  { community_id, calendar_id }: Record<string, string>,
  slotId: string,
) {
  const client = await pool.connect();
  await client.query('BEGIN');
  const { rows } = await client.query(
    `INSERT INTO help_helpers (community_id, helper_id, calendar_id, sealed, mailed)
     VALUES ($1, gen_random_uuid(), $2, 'x', false) RETURNING helper_id`,
    [community_id, calendar_id],
  );
  await client.query(
    'UPDATE help_slots SET helper_id = $2, taken_at = now() WHERE community_id = $3 AND slot_id = $1 AND helper_id IS NULL',
    [slotId, rows[0].helper_id, community_id],
  );
  await client.query('COMMIT');
  client.release();
}

/** Ninety days of six: what somebody's phone gets when they open the link for the first time. */
async function weight(): Promise<Figure[]> {
  const server = await startServer();
  const { made, owner, end } = await calendarIn(server.dataDir, 90);
  await owner.query(
    `INSERT INTO help_slots (community_id, slot_id, calendar_id, task, day, starts_at, ends_at)
     SELECT community_id, gen_random_uuid(), calendar_id, k.task, day, starts_at - k.before, ends_at - k.before FROM help_slots,
       (VALUES ('laundry', interval '8 hours'), ('childcare', interval '6 hours'), ('shopping', interval '5 hours'),
         ('company', interval '3 hours'), ('school-run', interval '9 hours')) k (task, before)`,
  );
  const browser = await openChromium();
  const weights = await weigh(browser, server.url + made.link);
  await browser.close();
  await end();
  await server.stop();
  const whole = Object.values(weights).reduce((a, b) => a + b, 0) / 1000;
  return [
    { what: 'a calendar of 90 days × 6 slots, whole first page', value: whole, unit: 'kB', most: 60 },
    { what: 'its JavaScript', value: weights.js / 1000, unit: 'kB', most: 35 },
    { what: 'its CSS', value: weights.css / 1000, unit: 'kB', most: 15 },
  ];
}
