import { expect, test } from 'vitest';
import { newWorld } from './kit/world.ts';

const world = await newWorld();

test('the server says that it is up and that its database answers', async () => {
  expect((await world.nobody().get('/healthz')).text).toBe('ok');
  expect((await world.nobody().get('/readyz')).text).toBe('ready');
});

test('what is absent is told kindly, in the reader’s language', async () => {
  const answer = await world.as('maya').get('/nowhere', { 'accept-language': 'es' });
  expect(answer.status).toBe(404);
});
