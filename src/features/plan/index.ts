export { publicRoutes, routes } from './routes.tsx';
