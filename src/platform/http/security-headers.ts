import type { MiddlewareHandler } from 'hono';
import { isSecure } from './cookie.ts';
import type { Env } from './env.ts';

// Our own origin and nothing else: no exceptions, no inline code, no third party ever contacted.
const CSP = [
  "default-src 'none'",
  ...[
    'script-src',
    'style-src',
    'img-src',
    'font-src',
    'connect-src',
    'manifest-src',
    'worker-src',
    'form-action',
  ].map((kind) => `${kind} 'self'`),
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Record<string, string> = {
  'Content-Security-Policy': CSP,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Headers of every answer. What a signed-in member sees is kept by no cache. */
export const securityHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  // The quick exit says something stricter of its own.
  const strict = c.res.headers.get('Referrer-Policy') === 'no-referrer';
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  if (strict) c.res.headers.set('Referrer-Policy', 'no-referrer');
  if (isSecure(c)) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000');
  if (!c.res.headers.has('Cache-Control')) {
    c.res.headers.set(
      'Cache-Control',
      c.get('account') || c.res.headers.has('Set-Cookie') ? 'no-store' : 'no-cache',
    );
  }
};
