// The door of what those near her see: one of her people by a link, a fellow inside their circle.
import { fellowRoutes, nearRoutes } from './routes.tsx';

/** Opened by whoever has a link. */
export const publicRoutes = nearRoutes;
export const routes = fellowRoutes;
