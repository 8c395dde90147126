// The door of safety: reports, blocks, hidden names, and the moderators' queue.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { blockRoutes } from './block-routes.tsx';
import { reportRoutes } from './report-routes.tsx';

export { moderatorRoutes } from './moderation-routes.tsx';

export const routes = newRoutes().route('/', reportRoutes).route('/', blockRoutes);

export { type Finding, type Level, triage } from './triage/index.ts';
