import { eventStream, type Stream, type Subject, wantsStream } from '../live/index.ts';
import type { Ctx } from './env.ts';
import { seeOther } from './notice.ts';
import { type RateLimit, spend } from './rate-limit.ts';
import { requireViewer } from './viewer.ts';

/** Lines that open pages keep to the server; one ends when its tab is hidden and begins again when it is looked at. */
const FOLLOWING: RateLimit = { points: 1200, seconds: 3600 };

/** Reads what is new after a version, in the viewer's own eyes. */
export type News = (after: number) => Promise<{ upTo: number; fragments: string }>;

/**
 * Up to where a page is, sealed for its reader: versions count what is out of her sight as well, and bare numbers would
 * tell her that somebody whom she does not see has written. Never the same twice, and always of one length.
 */
export const markOf = (c: Ctx, what: Subject, version: number | string): string =>
  c.get('keys').seal(purposeOf(c, what), String(version).padStart(16, '0'));

const purposeOf = (c: Ctx, { kind, id }: Subject): string =>
  `live ${kind} ${id} ${requireViewer(c).memberId}`;

// A mark that is none, or was sealed before the server's key changed, reads as the beginning: what she has is drawn again.
function versionIn(c: Ctx, what: Subject, mark: string | undefined): number {
  try {
    return mark ? Number(c.get('keys').open(purposeOf(c, what), mark)) : 0;
  } catch {
    return 0;
  }
}

/**
 * Keeps an open page's line: `news` is read and sent whenever `what` has changed. Whoever only follows the address is led
 * to the page itself; whoever signs out elsewhere is off it within half a minute.
 */
export async function follow(c: Ctx, page: string, what: Subject, news: News): Promise<Response> {
  if (!wantsStream(c.req.header('accept'))) return seeOther(c, page);
  await spend(c, FOLLOWING, requireViewer(c).memberId);
  const after = versionIn(c, what, c.req.header('last-event-id') ?? c.req.query('after'));
  const mark = (version: number) => markOf(c, what, version);
  return eventStream(
    (stream) => c.get('live').watch(what, after, inTurn(stream, news, mark, after), () => stream.end()),
    c.get('isStillIn'),
  );
}

/** One reading at a time for a page; what happens meanwhile is read right after. */
function inTurn(
  stream: Stream,
  news: News,
  mark: (version: number) => string,
  from: number,
): (version: number) => void {
  let after = from;
  let wanted = from;
  let reading = false;
  const read = async () => {
    while (after < wanted) {
      const goal = wanted;
      const { upTo, fragments } = await news(after);
      after = Math.max(upTo, goal);
      if (fragments) stream.send(mark(after), fragments);
    }
  };
  return (version) => {
    wanted = Math.max(wanted, version);
    if (reading) return;
    reading = true;
    // The page comes back by itself, from where it was.
    read()
      .catch(() => stream.end())
      .finally(() => {
        reading = false;
      });
  };
}
