// The door of cohorts: how circles grow, go on together, change hands, and are left without a word.
export { isAmongBabies } from './among-babies.ts';
export { type Change, changesOf } from './change.ts';
export { coordinatorRoutes } from './community-routes.tsx';
export { jobs } from './jobs.ts';
export { Changes } from './pages/changes.tsx';
export { QuietWayOut } from './pages/quiet-way-out.tsx';
export { leaveAllQuietly } from './quiet-leaving.ts';
export { routes } from './routes.tsx';
