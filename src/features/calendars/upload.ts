import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Env, Problem } from '../../platform/http/index.ts';
import { LARGEST } from '../../platform/ical/index.ts';

/** The forms that may bring a calendar as a file. */
const FORMS = /^\/community\/calendars(\/[^/]+\/renewal)?\/?$/;

const limit = bodyLimit({
  maxSize: LARGEST + 64 * 1024,
  onError: () => {
    throw new Problem(413, 'calendars.too-big');
  },
});

/** Lets a megabyte through where a coordinator brings a calendar; else asks `otherwise`. */
export const roomForCalendars =
  (otherwise: MiddlewareHandler<Env>): MiddlewareHandler<Env> =>
  (c, next) => {
    const isUpload =
      c.req.method === 'POST' &&
      c.get('viewer')?.role === 'coordinator' &&
      FORMS.test(c.req.path) &&
      c.req.header('content-type')?.startsWith('multipart/form-data');
    return isUpload ? limit(c, next) : otherwise(c, next);
  };
