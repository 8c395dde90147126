/// <reference lib="webworker" />
import { expect, test } from 'vitest';
import { showPush, tapPush } from './sw-push.ts';

/** A browser's side of it: what was shown, asked and opened, and what a server answers. */
function aPhone(answer: () => Response | Promise<Response>) {
  const shown: { title: string; body: string; actions: unknown; data: unknown }[] = [];
  const asked: string[] = [];
  const opened: string[] = [];
  const worker = {
    location: new URL('https://porch.example.org/sw.js'),
    registration: {
      showNotification: async (title: string, said: NotificationOptions & { actions: unknown }) =>
        void shown.push({ title, body: said.body ?? '', actions: said.actions, data: said.data }),
    },
    clients: { matchAll: async () => [], openWindow: async (to: string) => void opened.push(to) },
    fetch: async (to: string, { method, credentials }: RequestInit) => {
      asked.push(`${method} ${to} ${credentials}`);
      return answer();
    },
  } as unknown as ServiceWorkerGlobalScope;
  return {
    shown,
    asked,
    opened,
    arrives: (said: unknown) => showPush(worker, { json: () => said } as PushMessageData),
    tap: (action: string) =>
      tapPush(worker, { close: () => {}, data: shown.at(-1)!.data } as Notification, action),
  };
}

const REMINDER = {
  title: 'Lakeview Porch',
  body: 'You are coming',
  path: '/gatherings/1',
  tag: 'x',
  buttons: [{ says: 'I can’t come', post: '/cannot-come/t' }],
  failed: 'Try again.',
};

test('a tap on a button is done without a page or a session, and what came of it can be taken back', async () => {
  const undo = { says: 'Undo', post: '/cannot-come/t/undo' };
  const phone = aPhone(() => Response.json({ title: 'Thank you', body: 'Plans change.', buttons: [undo] }));
  await phone.arrives(REMINDER);
  expect(phone.shown[0]!.actions).toEqual([{ action: '0', title: 'I can’t come' }]);
  await phone.tap('0');
  expect(phone.asked).toEqual(['POST https://porch.example.org/cannot-come/t omit']);
  expect(phone.shown[1]).toMatchObject({ title: 'Thank you', body: 'Plans change.' });
  await phone.tap('0');
  expect(phone.asked[1]).toBe('POST https://porch.example.org/cannot-come/t/undo omit');
  expect(phone.opened).toEqual([]);
  await phone.tap('');
  expect(phone.opened).toEqual(['https://porch.example.org/gatherings/1']);
});

test.each([
  ['without a network', () => Promise.reject(new Error('offline'))],
  ['refused', () => new Response('', { status: 404 })],
  ['answered by another', () => new Response('<p>Please pay for this network</p>')],
])('%s it says so and keeps its button', async (_, answer) => {
  const phone = aPhone(answer);
  await phone.arrives(REMINDER);
  await phone.tap('0');
  expect(phone.shown[1]).toMatchObject({
    ...phone.shown[0],
    body: 'Try again.',
    data: { path: '/gatherings/1' },
  });
});

test('nothing in a message leads anywhere but here', async () => {
  const phone = aPhone(() => new Response('', { status: 200 }));
  await phone.arrives({
    ...REMINDER,
    path: 'https://elsewhere.example.org/',
    buttons: [{ says: 'Go', post: '//elsewhere.example.org/' }, { says: 7 }, null],
  });
  expect(phone.shown[0]!.actions).toHaveLength(1);
  await phone.tap('0');
  await phone.tap('');
  expect([phone.asked, phone.opened]).toEqual([[], ['https://porch.example.org']]);
});
