import { routes } from '../../platform/http/index.ts';
import { deviceRoutes } from './device-routes.ts';
import { pageRoutes } from './page-routes.tsx';

/** The front of the house: what anybody meets, and what a browser asks for by itself. */
export const publicRoutes = routes();
for (const room of [pageRoutes, deviceRoutes]) publicRoutes.route('/', room);
