// The door of the pairs: two whom a mentoring program brought together, from their first hello to the close.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { callsOf } from './access.ts';
import { callsBetween } from './calls.tsx';
import { contactRoutes } from './contact-routes.tsx';
import { endingRoutes } from './ending-routes.tsx';
import { pairRoutes } from './pair-routes.tsx';
import { restingRoutes } from './resting-routes.tsx';

export { callsBetween } from './calls.tsx';
export { coordinatorRoutes } from './coordinator-routes.tsx';
export { jobs } from './jobs.ts';
export { HoursLine } from './pages/hours-line.tsx';
export { herHours, herPairs, type Pair } from './pair.ts';

export const routes = newRoutes();
for (const room of [pairRoutes, contactRoutes, endingRoutes, restingRoutes, callsBetween(callsOf)])
  routes.route('/', room);
