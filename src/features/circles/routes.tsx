import { routes as newRoutes } from '../../platform/http/index.ts';
import { asideRoutes } from './aside-routes.tsx';
import { doorRoutes } from './door-routes.tsx';
import { findingRoutes } from './finding-routes.tsx';
import { invitationRoutes } from './invitation-routes.tsx';
import { joiningRoutes } from './joining-routes.tsx';
import { monthRoutes } from './month-routes.tsx';
import { peopleRoutes } from './people-routes.tsx';
import { startingRoutes } from './starting-routes.tsx';

/** Anybody may look for a circle and stand at a listed one's door. */
export const publicRoutes = newRoutes();
for (const room of [findingRoutes, doorRoutes]) publicRoutes.route('/', room);

export const routes = newRoutes();
for (const room of [monthRoutes, startingRoutes, asideRoutes, joiningRoutes, peopleRoutes, invitationRoutes])
  routes.route('/', room);
