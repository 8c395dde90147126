// All that has to do with coming to a gathering, as routes of members.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { attendanceRoutes } from './attendance-routes.tsx';
import { comingRoutes } from './coming-routes.tsx';
import { materialsRoutes } from './materials-routes.tsx';
import { mergingRoutes } from './merging-routes.tsx';
import { quietRoutes } from './quiet-routes.tsx';

export const attendingRoutes = newRoutes()
  .route('/', comingRoutes)
  .route('/', attendanceRoutes)
  .route('/', materialsRoutes)
  .route('/', quietRoutes)
  .route('/', mergingRoutes);
