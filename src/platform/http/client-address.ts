import { isIPv6 } from 'node:net';
import type { Ctx } from './env.ts';

/** Where the request came from, for rate limiting only: it is neither logged nor stored. */
export function clientAddress(c: Ctx): string {
  if (c.get('config').trustProxy) {
    const last = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
    if (last) return household(last);
  }
  return household(c.env?.incoming?.socket?.remoteAddress ?? 'local');
}

/** Whoever has one IPv6 address has 2^64 of them: a household is its first half. IPv4 stands for itself. */
function household(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (inner || !isIPv6(plain)) return inner ?? plain;
  const [head = '', tail] = plain.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = !tail ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  const groups = [...front, ...Array<string>(Math.max(0, zeros)).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
