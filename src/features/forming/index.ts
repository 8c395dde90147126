// The door of forming circles from a waiting list.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { leadRoutes } from './lead-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { seatRoutes } from './seat-routes.tsx';

export const routes = newRoutes();
for (const part of [listRoutes, leadRoutes, seatRoutes]) routes.route('/', part);

export { coordinatorRoutes } from './community-routes.tsx';
export { facilitatorsFree, type LeadKnown, leadsNow, type Waiting, waitingList } from './company.ts';
export { type Gathering, gatheringNow } from './figures.ts';
export { jobs } from './jobs.ts';
export { decideLead, offerToLead } from './lead.ts';
export { keepMoreSeats, type Made, openCircle } from './making.ts';
export { finishRound, nextAfter } from './round.ts';
export { type FormingSettings, keepSettings, settingsOf, UNSAID } from './settings.ts';
export { waitForCircle } from './wait.ts';
