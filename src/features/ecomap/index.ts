// The door of her map: the people around her, for her eyes alone.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { mapRoutes } from './routes.tsx';
import { settingsRoutes } from './settings-routes.tsx';

export { type Carried, carriedBy } from './carried.ts';
export { exportedMap } from './exporting.ts';
export { jobs } from './jobs.ts';

export const routes = newRoutes().route('/', mapRoutes).route('/', settingsRoutes);
