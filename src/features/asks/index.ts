// The door of asks and offers: what somebody needs, and those who can.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { askRoutes } from './ask-routes.tsx';
import { asksRoutes } from './asks-routes.tsx';
import { introductionRoutes } from './introduction-routes.tsx';
import { offerRoutes } from './offer-routes.tsx';
import { reportingRoutes } from './reporting-routes.tsx';

export { type Ask, herAsks } from './ask.ts';
export { coordinatorRoutes } from './coordinator-routes.tsx';
export { jobs } from './jobs.ts';
export { drawers as askDrawers } from './letters.ts';
export { asksNear, type NearAsk, nearAskRoutes as publicRoutes } from './near-routes.tsx';
export { nearAskLine, nearAskTitle } from './pages/near-ask.tsx';
export { type Tie, tiesFromAsks } from './ties.ts';

export const routes = newRoutes();
for (const room of [askRoutes, offerRoutes, introductionRoutes, reportingRoutes, asksRoutes])
  routes.route('/', room);
