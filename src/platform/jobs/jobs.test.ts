import { beforeEach, expect, test, vi } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { type Job, jobRunner } from './index.ts';

const world = await newWorld();
const NOON = new Date('2026-11-22T12:00:00Z');
let now = NOON;
const clock = () => now;
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const server = (...jobs: Job[]) => jobRunner(world.parts, jobs, clock);
const row = async (name: string) =>
  (await world.owner.query('SELECT * FROM jobs.ticks WHERE job = $1', [name])).rows[0];

beforeEach(async () => {
  now = NOON;
  await world.owner.query('DELETE FROM jobs.ticks');
});

/** A job that waits until it is let go. */
function heldJob(name: string) {
  let letGo = () => {};
  let seen = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  const begun = new Promise<void>((done) => {
    seen = done;
  });
  const run: Job['run'] = ({ stopping }) => {
    seen();
    stopping.addEventListener('abort', letGo);
    return held;
  };
  return { job: { name, every: 'minute', run } satisfies Job, begun, letGo };
}

test('of several servers that look at once, one runs the tick; each period again', async () => {
  let runs = 0;
  const job: Job = { name: 'test.count', every: 'minute', run: async () => void runs++ };
  const servers = Array.from({ length: 6 }, () => server(job));
  const all = () => Promise.all(servers.map((one) => one.look()));
  await all();
  await all();
  expect(runs).toBe(1);
  later(60);
  await all();
  expect(runs).toBe(2);
});

test('an hour is not over after a minute, and a job is given its moment', async () => {
  const seen: string[] = [];
  const run: Job['run'] = async (parts) => void seen.push(parts.now.toISOString());
  const one = server({ name: 'test.hourly', every: 'hour', run }, { name: 'test.daily', every: 'day', run });
  await one.look();
  expect(seen).toEqual([NOON.toISOString(), NOON.toISOString()]);
  later(60);
  await one.look();
  expect(seen).toHaveLength(2);
  later(3600);
  await one.look();
  expect(seen).toHaveLength(3);
});

test('nobody begins what is under way, however long it takes; a dead server’s job is begun again', async () => {
  const { job, begun, letGo } = heldJob('test.long');
  const first = server(job);
  const working = first.look();
  await begun;
  let second = 0;
  const other = server({ ...job, run: async () => void second++ });
  later(59);
  await other.look();
  expect(second).toBe(0);
  later(2); // a minute of silence
  await other.look();
  expect(second).toBe(1);
  letGo();
  await working;
  expect((await row('test.long')).finished_at).toEqual(now);
});

test('what fails is tried again, ever more patiently, and the coordinator is told', async () => {
  let tries = 0;
  let broken = true;
  const run: Job['run'] = async () => {
    tries += 1;
    if (broken) throw new Error('the mail server is away');
  };
  const one = server({ name: 'test.failing', every: 'day', run });
  for (const [seconds, expected] of [
    [0, 1],
    [59, 1],
    [1, 2],
    [119, 2],
    [1, 3],
  ] as const) {
    later(seconds);
    await one.look();
    expect(tries).toBe(expected);
  }
  const failing = () =>
    world.parts.db.read(world.people.admin, (tx) => tx.hot('SELECT * FROM access.failing_jobs()', []));
  expect(await failing()).toEqual([{ job: 'test.failing', since: NOON }]);
  const maya = await world.parts.db.read(world.people.maya, (tx) =>
    tx.hot('SELECT * FROM access.failing_jobs()', []),
  );
  expect(maya).toEqual([]);
  broken = false;
  later(3600);
  await one.look();
  expect(tries).toBe(4);
  expect(await failing()).toEqual([]);
});

test('a server that goes down lets its job stop, and the next server begins it at once', async () => {
  const { job, begun } = heldJob('test.stopped');
  const first = server(job);
  const working = first.look();
  await begun;
  await first.stop();
  await working;
  let runs = 0;
  await server({ ...job, run: async () => void runs++ }).look();
  expect(runs).toBe(1);
});

test('a nudge runs a job at once; nudges that come while it runs are one more run', async () => {
  const { job, begun, letGo } = heldJob('test.nudged');
  let runs = 0;
  const one = server({
    ...job,
    run: (parts) => {
      runs++;
      return job.run(parts);
    },
  });
  one.soon('test.nudged');
  await begun;
  one.soon('test.nudged');
  one.soon('test.nudged');
  letGo();
  await vi.waitFor(() => expect(runs).toBe(2));
  await one.stop();
  expect(runs).toBe(2);
  expect(await row('test.nudged')).toBeUndefined(); // its ticks are as they were
});
