export { clientAddress } from './client-address.ts';
export { cookieOptions, isSecure, publicUrl } from './cookie.ts';
export { csrfGuard, csrfToken, readBody } from './csrf.ts';
export { type Account, type Community, type Ctx, type Env, routes, type Viewer } from './env.ts';
export { answerFeed } from './feed.ts';
export { follow, markOf, type News } from './follow.ts';
export {
  checked,
  day,
  type Errors,
  many,
  oneOf,
  type Raw,
  type Read,
  readForm,
  required,
  text,
} from './form.ts';
export { leaveNotice, ownPath, seeOther, takeNotice } from './notice.ts';
export { packPages } from './pack.ts';
export type { Parts } from './parts.ts';
export { Pieces } from './pieces.ts';
export { forbidden, notFound, Problem } from './problem.ts';
export { type RateLimit, spend } from './rate-limit.ts';
export { securityHeaders } from './security-headers.ts';
export { coordinatorsOnly, membersOnly, moderatorsOnly, requireViewer, takingPart } from './viewer.ts';
