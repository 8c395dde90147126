// The door of the announcements: what coordinators say to everybody, and its feed.
export { coordinatorRoutes } from './coordinator-routes.tsx';
export { publicRoutes } from './public-routes.tsx';
