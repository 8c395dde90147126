import { promisify } from 'node:util';
import { gzip, type ZlibOptions } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Ctx, Env } from './env.ts';

const TEXT = /^(text\/(plain|calendar)|application\/(json|manifest\+json|atom\+xml))\b/;
const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/;
/** Below this the packing weighs more than it saves. */
const LEAST = 1024;
/** Twice as quick as the usual 6, and a page grows by a twentieth. In one piece: a stream costs three times that. */
const LEVEL = 4;

const packed: (bytes: Buffer, how: ZlibOptions) => Promise<Buffer<ArrayBuffer>> = promisify(gzip);

const takesGzip = (c: Ctx): boolean =>
  c.req.method !== 'HEAD' && TAKES_GZIP.test(c.req.header('accept-encoding') ?? '');

/** Sends pages packed to whoever takes them so. Assets come packed from the build. */
export const packPages: MiddlewareHandler<Env> = async (c, next) => {
  c.html = pageWriter(c);
  await next();
  const { status, headers } = c.res;
  if (headers.has('Content-Encoding') || !TEXT.test(headers.get('Content-Type') ?? '')) return;
  headers.append('Vary', 'Accept-Encoding');
  if (!takesGzip(c)) return;
  const whole = Buffer.from(await c.res.arrayBuffer());
  const body = whole.length < LEAST ? whole : await packed(whole, { level: LEVEL });
  if (body !== whole) headers.set('Content-Encoding', 'gzip');
  headers.set('Content-Length', String(body.length));
  c.res = undefined; // else each header would be copied over once more
  c.res = new Response(new Uint8Array(body), { status, headers });
};

// A page becomes bytes once, and is packed there and then: as a string it would be measured, and written, letter by
// letter again, and as an answer be read back to be packed. Packing happens beside the thread that answers the others.
function pageWriter(c: Ctx): Ctx['html'] {
  const send = async (page: string, status?: ContentfulStatusCode) => {
    const bytes = c.get('page')?.pieces?.bytesOf(page) ?? Buffer.from(page);
    const packs = bytes.length >= LEAST && takesGzip(c);
    const body = packs ? await packed(bytes, { level: LEVEL }) : bytes;
    c.header('Vary', 'Accept-Encoding', { append: true });
    if (packs) c.header('Content-Encoding', 'gzip');
    c.header('Content-Length', String(body.length));
    return c.body(body, status, { 'Content-Type': 'text/html; charset=UTF-8' });
  };
  return ((page: { toString(): string | Promise<string> }, status?: ContentfulStatusCode) => {
    const drawn = page.toString();
    return typeof drawn === 'string' ? send(drawn, status) : drawn.then((text) => send(text, status));
  }) as Ctx['html'];
}
