import { routes as newRoutes } from '../../platform/http/index.ts';
import { actingRoutes } from './acting-routes.tsx';
import { consentRoutes } from './consent-routes.tsx';
import { doorRoutes } from './door-routes.tsx';
import { helpingRoutes } from './helping-routes.tsx';
import { keepingRoutes } from './keeping-routes.tsx';
import { letterRoutes } from './letter-routes.tsx';
import { makingRoutes } from './making-routes.tsx';
import { slotRoutes } from './slot-routes.tsx';

/** By a link, without an account. */
export const publicRoutes = newRoutes();
for (const room of [doorRoutes, letterRoutes, helpingRoutes, consentRoutes]) publicRoutes.route('/', room);

/** Hers, and those she set up for somebody. */
export const routes = newRoutes();
for (const room of [makingRoutes, keepingRoutes, actingRoutes, slotRoutes]) routes.route('/', room);
