import { type Fetched, fetchPolitely, type Refused, userAgent } from '../../platform/fetching/index.ts';
import { LARGEST } from '../../platform/ical/index.ts';

/** What of a server is needed to ask another one. */
interface Asking {
  publicUrl: string | null;
  allowed: readonly string[];
}

/** An address as people paste it; webcal is what calendars call https. */
export const webAddress = (typed: string): string => typed.trim().replace(/^webcals?:\/\//i, 'https://');

/** Fetches somebody's calendar, never from inside, and not again while it has not changed. */
export const fetchCalendar = (
  url: string,
  { publicUrl, allowed }: Asking,
  seen: { etag: string | null; lastModified: string | null } = { etag: null, lastModified: null },
): Promise<Fetched | Refused> =>
  url.startsWith('https://') || allowed.includes(URL.canParse(url) ? new URL(url).origin : '')
    ? fetchPolitely(url, {
        accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1',
        maxBytes: LARGEST,
        timeoutMs: 15_000,
        userAgent: userAgent(publicUrl),
        allowed,
        ...seen,
      })
    : Promise.resolve({ refused: 'address', status: null, retryAfterSeconds: null });
