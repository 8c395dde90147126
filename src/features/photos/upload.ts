import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Env, Problem } from '../../platform/http/index.ts';

/** The forms that may bring photos: a post, and a reply. */
const FORMS = /^\/circles\/[^/]+\/posts(\/[^/]+\/replies)?\/?$/;
/** Everything in one form. */
const MOST = 32 * 1024 * 1024;
/** Everything on its way into this process at once. */
const MOST_AT_ONCE = 96 * 1024 * 1024;

let onTheWay = 0;

const limit = bodyLimit({
  maxSize: MOST,
  onError: () => {
    throw new Problem(413, 'photos.form-too-large');
  },
});

/** Lets more through where a member sends photos, and no more at once than a small machine holds; else asks `otherwise`. */
export const roomForPhotos =
  (otherwise: MiddlewareHandler<Env>): MiddlewareHandler<Env> =>
  async (c, next) => {
    const isUpload =
      c.req.method === 'POST' &&
      c.get('viewer') !== null &&
      FORMS.test(c.req.path) &&
      c.req.header('content-type')?.startsWith('multipart/form-data');
    if (!isUpload) return otherwise(c, next);
    const size = Math.min(Number(c.req.header('content-length')) || MOST, MOST);
    if (onTheWay + size > MOST_AT_ONCE) throw new Problem(429, 'errors.tooMany', { minutes: 1 });
    onTheWay += size;
    try {
      return await limit(c, next);
    } finally {
      onTheWay -= size;
    }
  };
