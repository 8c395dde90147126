import type { MiddlewareHandler } from 'hono';
import type { Ctx, Env, Viewer } from './env.ts';
import { forbidden, Problem } from './problem.ts';

/** The member asking. Behind `membersOnly` there always is one. */
export function requireViewer(c: Ctx): Viewer {
  const viewer = c.get('viewer');
  if (!viewer) throw new Problem(401, 'errors.signIn');
  return viewer;
}

/** Members pass; others are led to sign in, and an account without a membership here to joining. */
export const membersOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (c.get('viewer')) return next();
  if (c.req.method !== 'GET') throw new Problem(401, 'errors.signIn');
  const { pathname, search } = new URL(c.req.url);
  const way = c.get('account') ? '/join' : '/sign-in';
  return c.redirect(`${way}?next=${encodeURIComponent(pathname + search)}`, 303);
};

export const moderatorsOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (requireViewer(c).role === 'member') forbidden();
  return next();
};

export const coordinatorsOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (requireViewer(c).role !== 'coordinator') forbidden();
  return next();
};
