import { routes as newRoutes } from '../../platform/http/index.ts';
import { growingRoutes } from './growing-routes.tsx';
import { mergeRoutes } from './merge-routes.tsx';
import { quietRoutes } from './quiet-routes.tsx';
import { successionRoutes } from './succession-routes.tsx';

export const routes = newRoutes();
for (const room of [quietRoutes, growingRoutes, mergeRoutes, successionRoutes]) routes.route('/', room);
