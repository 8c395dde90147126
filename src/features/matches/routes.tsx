import { routes as newRoutes } from '../../platform/http/index.ts';
import { menteeRoutes } from './mentee-routes.tsx';
import { proposalRoutes } from './proposal-routes.tsx';
import { suggestionRoutes } from './suggestion-routes.tsx';

/** Asking for a mentor, choosing among suggestions, and the yes or no of either side. */
export const routes = newRoutes()
  .route('/', menteeRoutes)
  .route('/', suggestionRoutes)
  .route('/', proposalRoutes);
