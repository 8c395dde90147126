import type { MiddlewareHandler } from 'hono';
import { bodyLimit as limit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { isStillIn, whoAsks } from './features/accounts/index.ts';
import { roomForCalendars } from './features/calendars/index.ts';
import { communityFor } from './features/communities/index.ts';
import { PUSH_JOB, unseenAfterOpening } from './features/notifications/index.ts';
import { roomForPhotos } from './features/photos/index.ts';
import { newId } from './platform/crypto/index.ts';
import type { Parts } from './platform/http/index.ts';
import {
  type Community,
  type Ctx,
  csrfToken,
  type Env,
  Pieces,
  Problem,
  takeNotice,
} from './platform/http/index.ts';
import { localeFor, pickLocale, translator } from './platform/i18n/index.ts';
import type { Page } from './ui/index.ts';

/** Brings the parts to the handlers and writes one line a request: its route, never its address or its person. */
export const requestLog =
  (parts: Parts): MiddlewareHandler<Env> =>
  async (c, next) => {
    const started = performance.now();
    for (const part of ['config', 'db', 'keys', 'mail', 'live', 'log'] as const)
      c.set(part, parts[part] as never);
    c.set('requestId', newId());
    c.set('soon', (job) => parts.soon?.(job));
    c.set('fetchFrom', parts.fetchFrom ?? []);
    c.set('account', null);
    c.set('viewer', null);
    c.set('page', pageFor(c, null));
    await next();
    const ms = Math.round(performance.now() - started);
    parts.log.info({
      id: c.get('requestId'),
      method: c.req.method,
      route: c.req.routePath,
      status: c.res.status,
      ms,
    });
  };

const BEFORE_FOUNDING = new Set([
  '/setup',
  '/language',
  '/quick-exit',
  '/help-now',
  '/manifest.webmanifest',
  '/robots.txt',
  '/favicon.ico',
]);

/** The community by its host, the member by her session, and the page made of both. */
export const whoAndWhere =
  (parts: Parts): MiddlewareHandler<Env> =>
  async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase().replace(/:\d+$/, '');
    const community = await communityFor(parts.db, host);
    if (!community) {
      // Nothing was founded yet: only the set-up link leads anywhere, and the way out is always open.
      return BEFORE_FOUNDING.has(c.req.path) ? next() : c.redirect('/setup', 303);
    }
    c.set('community', community);
    const { account, viewer } = await whoAsks(c);
    c.set('account', account);
    c.set('viewer', viewer);
    c.set('isStillIn', () => isStillIn(c));
    c.set('page', pageFor(c, community, await unseenAfterOpening(c)));
    await next();
    // What was just written may have told somebody something: her phone should not wait for the next minute.
    if (viewer && c.req.method !== 'GET' && c.res.status < 400) parts.soon?.(PUSH_JOB);
  };

/** Forms are small; what is larger is refused before it is read. Photos have a room of their own. */
export const bodyLimit: MiddlewareHandler<Env> = roomForPhotos(
  roomForCalendars(
    limit({
      maxSize: 128 * 1024,
      onError: () => {
        throw new Problem(413, 'errors.tooLarge');
      },
    }),
  ),
);

function pageFor(c: Ctx, community: Community | null, unseen = 0): Page {
  const viewer = c.get('viewer');
  const config = c.get('config');
  const locale = pickLocale(
    [getCookie(c, 'lang'), viewer?.locale, c.req.header('accept-language'), community?.languages[0]],
    config.pseudoLocale,
  );
  const { pathname, search } = new URL(c.req.url);
  return {
    t: translator(locale),
    locale,
    ...localeFor(locale),
    path: pathname + search,
    // Drawn only when a form is: a page without one sets no cookie.
    get csrf() {
      return csrfToken(c);
    },
    community: community && {
      name: community.name,
      languages: community.languages,
      isSample: community.isSample,
      country: community.country,
      region: community.region,
    },
    viewer: viewer && {
      memberId: viewer.memberId,
      displayName: viewer.displayName,
      role: viewer.role,
      unseen,
    },
    notice: community ? takeNotice(c) : null,
    exitUrl: config.quickExitUrl,
    mailToOutbox: c.get('mail').toOutbox,
    timeZone: viewer?.timeZone ?? community?.timeZone ?? 'UTC',
    pieces: new Pieces(),
  };
}
