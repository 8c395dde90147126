import type { Parts } from '../../platform/http/index.ts';
import { routes } from '../../platform/http/index.ts';
import { dataRoutes } from './data-routes.tsx';
import { joinRoutes } from './join-routes.tsx';
import { meRoutes } from './me-routes.tsx';
import { passkeyDoor, passkeyRoutes } from './passkey-routes.ts';
import { sessionRoutes } from './session-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';

/** Signing in and out, joining, and a member's own place. */
export function accounts(parts: Parts) {
  const publicRoutes = routes();
  for (const rooms of [signInRoutes(parts), passkeyDoor(parts), joinRoutes(parts)])
    publicRoutes.route('/', rooms);
  const members = routes();
  for (const rooms of [meRoutes(parts), sessionRoutes(parts), passkeyRoutes(parts), dataRoutes(parts)])
    members.route('/', rooms);
  return { publicRoutes, routes: members };
}
