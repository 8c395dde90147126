export { directoryCoordinatorRoutes, directoryRoutes } from './routes.tsx';
export { serviceOptions } from './service.ts';
