// The door of what is around us: blogs and organisations the community follows.
export { coordinatorRoutes } from './coordinator-routes.tsx';
export { hasItems } from './item.ts';
export { jobs } from './jobs.ts';
export { publicRoutes } from './public-routes.tsx';
