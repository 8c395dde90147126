// The door of the messages: one to one, when both want it.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { askingRoutes } from './asking-routes.tsx';
import { doorRoutes } from './door-routes.tsx';
import { liveRoutes } from './live-routes.ts';
import { reportingRoutes } from './reporting-routes.tsx';
import { talkRoutes } from './talk-routes.tsx';

export { jobs } from './jobs.ts';
export { talksOf } from './talk.ts';

export const routes = newRoutes()
  .route('/', doorRoutes)
  .route('/', askingRoutes)
  .route('/', talkRoutes)
  .route('/', reportingRoutes)
  .route('/', liveRoutes);
