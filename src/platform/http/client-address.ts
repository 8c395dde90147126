import type { Ctx } from './env.ts';

/** Where the request came from, for rate limiting only: it is neither logged nor stored. */
export function clientAddress(c: Ctx): string {
  if (c.get('config').trustProxy) {
    const last = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
    if (last) return last;
  }
  return c.env?.incoming?.socket?.remoteAddress ?? 'local';
}
