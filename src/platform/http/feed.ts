import { createHash } from 'node:crypto';
import type { Ctx } from './env.ts';

/**
 * Answers a program that asks again and again: with what there is, or that nothing changed (304). `whose`: a feed that
 * is one person's stays out of shared caches.
 */
export function answerFeed(c: Ctx, feed: string, type: string, whose: 'public' | 'private' = 'public') {
  const etag = `"${createHash('sha256').update(feed).digest('base64url').slice(0, 27)}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', `${whose}, max-age=300`);
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return c.body(null, 304);
  return c.body(feed, 200, { 'Content-Type': type });
}
