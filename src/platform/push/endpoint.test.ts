import { expect, it } from 'vitest';
import { maySendTo } from './endpoint.ts';

it.each([
  'http://push.example.com/x',
  'https://push.example.com:8443/x',
  'https://me:secret@push.example.com/x',
  'https://127.0.0.1/x',
  'https://[::1]/x',
  'https://0x7f.1/x',
  'https://2130706433/x',
  'https://localhost/x',
  'https://database/x',
  'file:///etc/passwd',
  'nonsense',
])('nothing is sent to %s', (endpoint) => expect(maySendTo(endpoint, [])).toBe(false));

it('a public name by TLS may be sent to, and what is allowed by name', () => {
  expect(maySendTo('https://fcm.googleapis.com/fcm/send/abc', [])).toBe(true);
  expect(maySendTo('http://localhost:9/x', ['http://localhost:9'])).toBe(true);
  expect(maySendTo('http://localhost:91/x', ['http://localhost:9'])).toBe(false);
});
