// The door of the gatherings: what people come to, and when.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { atomRoutes } from './atom-routes.ts';
import { attendingRoutes } from './attending.ts';
import { cancellingRoutes } from './cancelling-routes.tsx';
import { changingRoutes } from './changing-routes.tsx';
import { findingRoutes } from './finding-routes.tsx';
import { gatheringRoutes } from './gathering-routes.tsx';
import { makingRoutes } from './making-routes.tsx';

export { type OneTime, runGathering, runs, seenGathering, seenOccurrence } from './access.ts';
export { CALL_LENGTHS, callForm, type PlannedCall, planCall } from './calling.ts';
export { cancelGathering, cancelOccurrence, reinstateGathering, reinstateOccurrence } from './cancelling.ts';
export { cannotComeRoutes } from './cannot-come-routes.tsx';
export { changeAll, changeOne } from './changing.ts';
export { answerOccurrence, comingOf, type MyComing } from './coming.ts';
export { factsOf, whenHere, whenThere, whereOf, zoneThere } from './describing.ts';
export { herGatherings } from './finding.ts';
export { FACTS, type Gathering, gatheringOf, KINDS, SEEN_BY } from './gathering.ts';
export { jobs } from './jobs.ts';
export { layOut } from './laying-out.ts';
export type { Listed } from './listed.ts';
export {
  columnsOf,
  type Door,
  type Draft,
  keepDoor,
  type Organised,
  type Origin,
  organise,
} from './making.ts';
export { type Occurrence, occurrenceOf } from './occurrence.ts';
export { GatheringCard } from './pages/gathering-card.tsx';
export { WithdrawnTime } from './pages/not-here-page.tsx';
export { GATHERING, OCCURRENCE, pathOf } from './paths.ts';
export { repetitionWords } from './repetition-words.ts';
export { seriesOf } from './series.ts';
export { hoursOff, type Withdrawn, withdrawnFrom } from './withdrawn.ts';

/** Finding a gathering and its page: anybody's, when it is public. */
export const publicRoutes = newRoutes()
  .route('/', findingRoutes)
  .route('/', atomRoutes)
  .route('/', gatheringRoutes);

export const routes = newRoutes()
  .route('/', makingRoutes)
  .route('/', changingRoutes)
  .route('/', cancellingRoutes)
  .route('/', attendingRoutes);
