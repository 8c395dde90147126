// The door of the calendars: gatherings in other calendars, and other calendars' gatherings here.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { feedPages, feedRoutes } from './feed-routes.tsx';
import { icsRoutes } from './ics-routes.ts';

/** Files and feeds: asked for by programs, each guarded by what it may show. */
export const publicRoutes = newRoutes().route('/', icsRoutes).route('/', feedRoutes);

export const routes = newRoutes().route('/', feedPages);
