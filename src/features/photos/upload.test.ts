import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { type Env, Problem, type Viewer } from '../../platform/http/index.ts';
import { roomForPhotos } from './upload.ts';

const MB = 1024 * 1024;
const patience = { stallMs: 60, pace: 10 * MB, mostMs: 400, crowdedMs: 60_000 };
function appOf(how: typeof patience) {
  const app = new Hono<Env>();
  app.onError((error, c) => c.text(error.message, error instanceof Problem ? error.status : 500));
  app.use(async (c, next) => {
    c.set('viewer', { communityId: 'here', memberId: c.req.header('x-member')! } as Viewer);
    await next();
  });
  app.use(roomForPhotos((_, next) => next(), how));
  app.post('/circles/:id/posts', async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)));
  return app;
}
const app = appOf(patience);

/** A form as a browser sends it, its body given out by `tell`: each call is a piece, and null the end. */
function send(member: string, size: number, tell: () => Promise<Uint8Array | null>, to = app) {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = await tell();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
  const headers = {
    'x-member': member,
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': String(size),
  };
  return to.request('/circles/1/posts', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
}
const never = () => new Promise<null>(() => {});
const pieces =
  (...sizes: number[]) =>
  async () => {
    const size = sizes.shift();
    return size === undefined ? null : new Uint8Array(size);
  };

test('a body that arrives is read whole', async () => {
  const answer = await send('maya', 2 * MB, pieces(MB, MB));
  expect([answer.status, await answer.text()]).toEqual([200, String(2 * MB)]);
});

test('a body that stalls breaks off, and holds its place no longer', async () => {
  const held = await Promise.all(['ana', 'bea', 'eva'].map((who) => send(who, 32 * MB, never)));
  expect(held.map(({ status }) => status)).toEqual([400, 400, 400]);
  expect(await held[0]!.text()).toBe('photos.too-slow');
  expect((await send('maya', 32 * MB, pieces(MB))).status).toBe(200);
});

test('a trickle that never stalls is too slow as a whole', async () => {
  const trickle = async () => {
    await new Promise((done) => setTimeout(done, 20));
    return new Uint8Array(1);
  };
  expect((await send('maya', 32 * MB, trickle)).status).toBe(400);
});

test('one at a time for a member; a form of words alone is never in the way', async () => {
  const first = send('maya', 4 * MB, never);
  const second = await send('maya', 4 * MB, pieces(MB));
  expect([second.status, await second.text()]).toEqual([429, 'photos.one-at-a-time']);
  expect((await send('maya', 1000, pieces(1000))).status).toBe(200);
  expect((await send('dana', 4 * MB, pieces(MB))).status).toBe(200);
  await first;
  expect((await send('maya', 4 * MB, pieces(MB))).status).toBe(200);
});

test('three at their largest fill the room, and no fourth comes in', async () => {
  const large = ['ana', 'bea', 'eva'].map((who) => send(who, 32 * MB, never));
  expect((await send('maya', 32 * MB, pieces(MB))).status).toBe(429);
  await Promise.all(large);
});

test('whoever took her time in a full room goes first when another comes', async () => {
  // None of them would break off by itself.
  const patient = appOf({ ...patience, stallMs: 60_000, mostMs: 60_000, crowdedMs: 20 });
  let letGo = () => {};
  const held = new Promise<null>((done) => {
    letGo = () => done(null);
  });
  const large = ['ana', 'bea', 'eva'].map((who) => send(who, 32 * MB, () => held, patient));
  await new Promise((done) => setTimeout(done, 25));
  expect((await send('maya', 32 * MB, pieces(MB), patient)).status).toBe(200);
  const first = await large[0]!;
  expect([first.status, await first.text()]).toEqual([400, 'photos.too-slow']);
  letGo();
  expect((await Promise.all(large)).map(({ status }) => status)).toEqual([400, 200, 200]);
});
