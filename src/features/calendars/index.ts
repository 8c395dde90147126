// The door of the calendars: gatherings in other calendars, and other calendars' gatherings here.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { comingInRoutes } from './coming-in-routes.tsx';
import { feedPages, feedRoutes } from './feed-routes.tsx';
import { icsRoutes } from './ics-routes.ts';

export { jobs } from './jobs.ts';
export { roomForCalendars } from './upload.ts';

/** Files and feeds: asked for by programs, each guarded by what it may show. */
export const publicRoutes = newRoutes().route('/', icsRoutes).route('/', feedRoutes);

/** Calendars of others that this community takes gatherings from. Mounted behind the coordinators' guard. */
export const coordinatorRoutes = newRoutes().route('/', comingInRoutes);

export const routes = newRoutes().route('/', feedPages);
