import type { MiddlewareHandler } from 'hono';
import type { Ctx, Env, Viewer } from './env.ts';
import { forbidden, Problem } from './problem.ts';

/** The member asking. Behind `membersOnly` there always is one. */
export function requireViewer(c: Ctx): Viewer {
  const viewer = c.get('viewer');
  if (!viewer) throw new Problem(401, 'errors.signIn');
  return viewer;
}

// What stays hers while she is suspended: why, and her appeal; her data, and the way out with it. (Helplines, guides and
// the charter are anybody's.) The database knows no more rows for her than these pages show.
const STAYS_OPEN = /^\/(me\/(decisions|export|erasure)(\/|$)|sign-out$)/;

/** Who is suspended is led to what was decided, except on her way to what is hers. A coordinator keeps the community's rooms. */
export const takingPart: MiddlewareHandler<Env> = async (c, next) => {
  const viewer = c.get('viewer');
  if (!viewer?.suspendedUntil || STAYS_OPEN.test(c.req.path) || keepsKeys(viewer, c.req.path)) return next();
  if (c.req.method !== 'GET') forbidden('errors.suspended');
  return c.redirect('/me/decisions', 303);
};

/** Members pass; others are led to sign in, and an account without a membership here to joining. */
export const membersOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (c.get('viewer')) return takingPart(c, next);
  if (c.req.method !== 'GET') throw new Problem(401, 'errors.signIn');
  const { pathname, search } = new URL(c.req.url);
  const way = c.get('account') ? '/join' : '/sign-in';
  return c.redirect(`${way}?next=${encodeURIComponent(pathname + search)}`, 303);
};

const keepsKeys = ({ role }: Viewer, path: string): boolean =>
  role === 'coordinator' && path.startsWith('/community');

export const moderatorsOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (requireViewer(c).role === 'member') forbidden();
  return next();
};

export const coordinatorsOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (requireViewer(c).role !== 'coordinator') forbidden();
  return next();
};
