import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Env, Problem } from '../../platform/http/index.ts';
import { inTime } from './in-time.ts';

/** The forms that may bring photos: a post, and a reply. */
const FORMS = /^\/circles\/[^/]+\/posts(\/[^/]+\/replies)?\/?$/;
/** Everything in one form. */
const MOST = 32 * 1024 * 1024;
/** Everything on its way into this process at once. */
const MOST_AT_ONCE = 96 * 1024 * 1024;
/** A form without photos is smaller: of these one may be sent again while the first is still on its way. */
const WORDS_ONLY = 128 * 1024;

/** How patient we are: a slow phone is let be, a body that only holds its place is not. */
export interface Patience {
  /** For the first bytes, and between any two. */
  stallMs: number;
  /** Bytes a second below which a whole form is too slow. */
  pace: number;
  mostMs: number;
  /** How long one holds its place though others wait before a full room. */
  crowdedMs: number;
}
const PATIENCE: Patience = { stallMs: 20_000, pace: 24 * 1024, mostMs: 5 * 60_000, crowdedMs: 60_000 };

/** One form on its way: how much room it holds, since when, and how to break it off. */
interface Sending {
  size: number;
  began: number;
  giveUp(): void;
}
/** The longest on its way first. */
const onTheWay = new Set<Sending>();
const sending = new Set<string>();

/** Whether there is room. A few who take their time never keep the others out: then the slowest is asked to send again. */
function makeRoom(size: number, crowdedMs: number): boolean {
  let free = MOST_AT_ONCE;
  for (const one of onTheWay) free -= one.size;
  const leaving: Sending[] = [];
  for (const one of onTheWay) {
    if (free >= size || Date.now() - one.began < crowdedMs) break;
    leaving.push(one);
    free += one.size;
  }
  if (free < size) return false;
  for (const one of leaving) {
    onTheWay.delete(one);
    one.giveUp();
  }
  return true;
}

const limit = bodyLimit({
  maxSize: MOST,
  onError: () => {
    throw new Problem(413, 'photos.form-too-large');
  },
});

/**
 * Lets more through where a member sends photos: one form of hers at a time, no slower than a slow phone, and no more at
 * once than a small machine holds; else asks `otherwise`.
 */
export const roomForPhotos =
  (otherwise: MiddlewareHandler<Env>, patience = PATIENCE): MiddlewareHandler<Env> =>
  async (c, next) => {
    const viewer = c.get('viewer');
    const isUpload =
      c.req.method === 'POST' &&
      viewer !== null &&
      FORMS.test(c.req.path) &&
      c.req.header('content-type')?.startsWith('multipart/form-data');
    if (!isUpload) return otherwise(c, next);
    const size = Math.min(Number(c.req.header('content-length')) || MOST, MOST);
    const who = size > WORDS_ONLY ? `${viewer.communityId} ${viewer.memberId}` : null;
    if (who && sending.has(who)) throw new Problem(429, 'photos.one-at-a-time');
    if (!makeRoom(size, patience.crowdedMs)) throw new Problem(429, 'errors.tooMany', { minutes: 1 });
    if (who) sending.add(who);
    const body = inTime(c.req.raw, size, patience);
    const here: Sending = { size, began: Date.now(), giveUp: body.giveUp };
    onTheWay.add(here);
    c.req.raw = body.request;
    try {
      await limit(c, next);
      // Whoever was reading it only knows that it broke off.
      // (Not 408: browsers take that for a reason to send everything once more by themselves.)
      if (body.isLate()) throw new Problem(400, 'photos.too-slow');
    } finally {
      body.end();
      onTheWay.delete(here);
      if (who) sending.delete(who);
    }
  };
