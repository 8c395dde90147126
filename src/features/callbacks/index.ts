// The door of callbacks: she asks to be called, a trained volunteer calls, a supervisor sees that it is kept.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { askingRoutes } from './asking-routes.tsx';
import { callRoutes } from './call-routes.tsx';
import { rotaRoutes } from './rota-routes.tsx';

export { askForCall } from './callback.ts';
export { coordinatorRoutes } from './coordinator-routes.tsx';
export { jobs } from './jobs.ts';
export { daysOf } from './rota.ts';
export { makeShift, turn } from './shifts.ts';
export { recordTraining } from './volunteer.ts';

export const routes = newRoutes();
for (const room of [askingRoutes, callRoutes, rotaRoutes]) routes.route('/', room);
