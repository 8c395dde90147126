import { Agent, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, expect, test, vi } from 'vitest';
import type { Asked } from '../../../test/kit/client.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { makeGathering } from './a-gathering.fixture.ts';
import { aCrowd, type Face, standing, told } from './crowd.fixture.ts';

const world = await newWorld();

/** The application behind a real server on a port of its own, asked over real connections. */
const server = createAdaptorServer({ fetch: world.app.fetch }) as Server;
await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
const { port } = server.address() as AddressInfo;
let connections = 0;
server.on('connection', () => {
  connections += 1;
});
const agent = new Agent({ keepAlive: true, maxSockets: 200 });
afterAll(() => {
  agent.destroy();
  server.close();
});
const overHttp: Asked = {
  request: (path, { method = 'GET', headers, body }) =>
    new Promise((done, fail) => {
      const sent = { ...(headers as Record<string, string>), 'content-type': FORM };
      const asking = request({ port, path, method, agent, headers: sent }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const pairs = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
            values.map((value): [string, string] => [name, value]),
          );
          done(new Response(Buffer.concat(parts), { status: answer.statusCode, headers: pairs }));
        });
      });
      asking.on('error', fail);
      asking.end(String(body ?? ''));
    }),
};
const FORM = 'application/x-www-form-urlencoded';

const say = (who: Face, path: string, answer: string) => who.client.post(`${path}/rsvp`, { answer });
const outcomeOf = (location: string | null) => /said=([a-z-]+)/.exec(location ?? '')?.[1];

// A minute for a machine that is busy with other things; by itself it takes five seconds.
vi.setConfig({ testTimeout: 60_000 });

test('two hundred race for twenty places; ten give theirs back at once, and the right ten are told, once each', async () => {
  const { path, occurrences } = await makeGathering(world, { capacity: 20 });
  const id = occurrences[0]!.occurrenceId;
  const crowd = await aCrowd(world, 200, overHttp);
  const answers = await Promise.all(crowd.map((who) => say(who, path, 'yes')));
  const gotIn = crowd.filter((_, i) => outcomeOf(answers[i]!.location) === 'yes');
  const waiting = crowd.filter((_, i) => outcomeOf(answers[i]!.location) === 'waiting');
  expect([gotIn.length, waiting.length]).toEqual([20, 180]);

  const before = await standing(world, id);
  expect(before).toMatchObject({ seats_taken: 20, waiting: 180 });
  expect(ids(gotIn)).toEqual(new Set(before.coming));
  expect(await lines(id)).toEqual(Array.from({ length: 180 }, (_, i) => i + 1));
  expect(ids(waiting)).toEqual(new Set(before.line));

  const leaving = gotIn.slice(0, 10);
  await Promise.all(leaving.map((who) => say(who, path, 'no')));
  const after = await standing(world, id);
  const next = before.line.slice(0, 10);
  expect(new Set(after.coming)).toEqual(new Set([...gotIn.slice(10).map((one) => one.memberId), ...next]));
  expect(after.line).toEqual(before.line.slice(10));
  expect((await told(world, 'gatherings.promoted', id)).sort()).toEqual([...next].sort());
  expect(connections).toBeGreaterThan(100); // they did come by sockets, at the same time
});

test('those who race away and those who race in never deadlock, and the numbers stay true', async () => {
  const { path, occurrences } = await makeGathering(world, { capacity: 5 });
  const id = occurrences[0]!.occurrenceId;
  const crowd = await aCrowd(world, 24);
  await Promise.all(crowd.slice(0, 12).map((who) => say(who, path, 'yes')));
  const statuses = await Promise.all([
    ...crowd.slice(12).map(async (who) => (await say(who, path, 'yes')).status),
    ...crowd.slice(0, 6).map(async (who) => (await say(who, path, 'no')).status),
    ...crowd.slice(6, 9).map((who) => leave(who)),
  ]);
  expect(new Set(statuses)).toEqual(new Set([303]));
  const now = await standing(world, id);
  expect(now).toMatchObject({ seats_taken: 5, waiting: now.line.length });
  expect(now.coming).toHaveLength(5);
  expect(now.coming.length + now.line.length).toBe(24 - 9);
});

const ids = (faces: Face[]) => new Set(faces.map(({ memberId }) => memberId));

async function lines(id: string): Promise<number[]> {
  const { rows } = await world.owner.query(
    'SELECT line::int FROM rsvps WHERE occurrence_id = $1 AND line IS NOT NULL ORDER BY line',
    [id],
  );
  return rows.map((row) => row.line);
}

/** For good, as /me/erasure does. */
async function leave({ communityId, memberId }: Face): Promise<number> {
  await world.parts.db.write({ communityId, memberId }, (tx) => tx.hot('SELECT access.erase_me()', []));
  return 303;
}
