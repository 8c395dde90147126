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
 * Keeps an open page's line: `news` is read and sent whenever `what` has changed. Whoever only follows the address is led
 * to the page itself.
 */
export async function follow(c: Ctx, page: string, what: Subject, news: News): Promise<Response> {
  if (!wantsStream(c.req.header('accept'))) return seeOther(c, page);
  await spend(c, FOLLOWING, requireViewer(c).memberId);
  const from = Number(c.req.header('last-event-id') ?? c.req.query('after'));
  const after = Number.isSafeInteger(from) && from >= 0 ? from : 0;
  return eventStream((stream) =>
    c.get('live').watch(what, after, inTurn(stream, news, after), () => stream.end()),
  );
}

/** One reading at a time for a page; what happens meanwhile is read right after. */
function inTurn(stream: Stream, news: News, from: number): (version: number) => void {
  let after = from;
  let wanted = from;
  let reading = false;
  const read = async () => {
    while (after < wanted) {
      const goal = wanted;
      const { upTo, fragments } = await news(after);
      after = Math.max(upTo, goal);
      if (fragments) stream.send(after, fragments);
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
