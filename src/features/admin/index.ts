export { coordinatorRoutes } from './routes.tsx';
