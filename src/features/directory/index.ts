export { serviceById, serviceOptions } from './local-service.ts';
export { directoryCoordinatorRoutes, directoryRoutes } from './routes.tsx';
