import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Parts } from './platform/http/index.ts';
import { type Ctx, notFound, routes } from './platform/http/index.ts';
import { assetFolder } from './ui/assets.ts';

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  webmanifest: 'application/manifest+json',
};
const FOREVER = 'public, max-age=31536000, immutable';

/** What needs no database and no person: health, assets, the service worker. */
export function publicFiles({ db }: Parts) {
  const files = routes();
  files.get('/healthz', (c) => c.text('ok'));
  files.get('/readyz', async (c) => {
    try {
      await db.ask('SELECT access.any_community()', []);
      return c.text('ready');
    } catch {
      return c.text('the database does not answer', 503);
    }
  });
  files.get('/assets/:name{[\\w.-]+}', (c) => send(c, c.req.param('name'), FOREVER));
  files.get('/sw.js', (c) => send(c, 'sw.js', 'no-cache'));
  return files;
}

/** Sends a built file, in the smallest coding the browser takes. */
async function send(c: Ctx, name: string, cache: string): Promise<Response> {
  const type = TYPES[name.split('.').at(-1)!];
  if (!type || name.includes('..')) notFound();
  const accepted = c.req.header('accept-encoding') ?? '';
  for (const [coding, ending] of [
    ['br', '.br'],
    ['gzip', '.gz'],
    ['', ''],
  ] as const) {
    if (coding && !accepted.includes(coding)) continue;
    const body = await readFile(join(assetFolder, name + ending)).catch(() => null);
    if (!body) continue;
    c.header('Content-Type', type);
    c.header('Cache-Control', cache);
    c.header('Vary', 'Accept-Encoding');
    if (coding) c.header('Content-Encoding', coding);
    return c.body(new Uint8Array(body));
  }
  return notFound();
}
