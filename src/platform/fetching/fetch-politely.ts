import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { mayAsk, mayFollow, type NoAddress } from './address.ts';
import { readBytes, TooBig, Unreadable } from './answer.ts';
import { LeadsInside, lookupPublic } from './public-address.ts';

export interface Wish {
  /** What we can read, for the Accept header. */
  accept: string;
  /** The longest answer taken, packed or unpacked. */
  maxBytes: number;
  /** For everything together: looking up, every redirect, the last byte. */
  timeoutMs: number;
  /** Who asks and how to reach her; see `userAgent`. */
  userAgent: string;
  /** What the last answer said of itself: it is not sent again while it has not changed. */
  etag?: string | null;
  lastModified?: string | null;
  /** Origins that may be asked although they are not public. Nothing but tests names any. */
  allowed?: readonly string[];
}

export interface Fetched {
  refused: null;
  /** 304: as it was when `etag` and `lastModified` were told; there are no bytes. */
  status: 200 | 304;
  bytes: Buffer;
  /** The Content-Type header as it came. */
  contentType: string | null;
  etag: string | null;
  lastModified: string | null;
  /** Where the answer came from in the end. */
  finalUrl: string;
  /** Where it has moved for good: to be asked from now on. */
  permanent: string | null;
}

/**
 * address, inside, downgrade: see `NoAddress`. name: no such host. unreachable: no connection, or it broke. certificate: not who it
 * says. too-slow, too-big. unreadable: packed in a way we do not know. redirects: round and round. gone: 410, do not
 * come again. missing: 404. forbidden: 401, 403. busy: 429, 503: come later. failing: other 5xx. status: anything else.
 */
export type Refusal =
  | NoAddress
  | 'name'
  | 'unreachable'
  | 'certificate'
  | 'too-slow'
  | 'too-big'
  | 'unreadable'
  | 'redirects'
  | 'gone'
  | 'missing'
  | 'forbidden'
  | 'busy'
  | 'failing'
  | 'status';

export interface Refused {
  refused: Refusal;
  /** What the server answered, where one did. */
  status: number | null;
  /** It asks not to be asked again for so long. */
  retryAfterSeconds: number | null;
}

const MOST_REDIRECTS = 5;
const refused = (why: Refusal, status: number | null = null, retryAfterSeconds: number | null = null) => ({
  refused: why,
  status,
  retryAfterSeconds,
});

/**
 * Fetches something an outsider named, without ever reaching inside: every hop is to a public address, at a usual
 * port, looked up once and connected to as looked up. Sends no cookie, no referrer, no password. Never throws.
 */
export async function fetchPolitely(address: string, wish: Wish): Promise<Fetched | Refused> {
  const signal = AbortSignal.timeout(wish.timeoutMs);
  let url = mayAsk(address, wish.allowed);
  let permanent: string | null = null;
  let forGood = true;
  try {
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      if (typeof url === 'string') return refused(url);
      const answer = await ask(url, wish, signal);
      const status = answer.statusCode ?? 0;
      const to = isRedirect(status) ? answer.headers.location : undefined;
      if (to === undefined) return await take(answer, wish, { finalUrl: url.href, permanent });
      answer.destroy();
      url = mayFollow(url, to, wish.allowed);
      forGood &&= status === 301 || status === 308;
      if (forGood && typeof url !== 'string') permanent = url.href;
    }
    return refused('redirects');
  } catch (error) {
    return refused(signal.aborted ? 'too-slow' : whyOf(error));
  }
}

/** This server's name for those it asks, with a page where they can see who asks. */
export const userAgent = (publicUrl: string | null): string =>
  `Porchlight${publicUrl ? ` (+${publicUrl})` : ''}`;

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status);

function ask(url: URL, wish: Wish, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const guarded = wish.allowed?.includes(url.origin) ? {} : { lookup: lookupPublic };
  const headers = {
    accept: wish.accept,
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': wish.userAgent,
    ...(wish.etag && { 'if-none-match': wish.etag }),
    ...(wish.lastModified && { 'if-modified-since': wish.lastModified }),
  };
  return new Promise((done, fail) => {
    // A connection of its own: one that is kept open was looked up at another time.
    const asking = request(url, { headers, agent: false, signal, ...guarded }, done);
    asking.on('error', fail);
    asking.end();
  });
}

async function take(
  answer: IncomingMessage,
  wish: Wish,
  where: Pick<Fetched, 'finalUrl' | 'permanent'>,
): Promise<Fetched | Refused> {
  const status = answer.statusCode ?? 0;
  const unchanged = status === 304 && Boolean(wish.etag || wish.lastModified);
  if (status !== 200 && !unchanged) {
    answer.destroy();
    return refused(whyNot(status), status, secondsUntil(answer.headers['retry-after']));
  }
  try {
    const bytes = unchanged ? Buffer.alloc(0) : await readBytes(answer, wish.maxBytes);
    const header = (name: 'etag' | 'last-modified' | 'content-type') => answer.headers[name] ?? null;
    return {
      refused: null,
      status: unchanged ? 304 : 200,
      bytes,
      contentType: header('content-type'),
      etag: header('etag') ?? (unchanged ? (wish.etag ?? null) : null),
      lastModified: header('last-modified') ?? (unchanged ? (wish.lastModified ?? null) : null),
      ...where,
    };
  } finally {
    answer.destroy();
  }
}

function whyNot(status: number): Refusal {
  if (status === 410) return 'gone';
  if (status === 404) return 'missing';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 429 || status === 503) return 'busy';
  return status >= 500 ? 'failing' : 'status';
}

function whyOf(error: unknown): Refusal {
  if (error instanceof LeadsInside) return 'inside';
  if (error instanceof TooBig) return 'too-big';
  if (error instanceof Unreadable) return 'unreadable';
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name';
  return /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/.test(code) ? 'certificate' : 'unreachable';
}

/** Retry-After is seconds or a date (RFC 9110, 10.2.3). */
function secondsUntil(header: string | undefined): number | null {
  if (!header) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}
