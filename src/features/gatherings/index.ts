// The door of the gatherings: what people come to, and when.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { attendingRoutes } from './attending.ts';
import { cancellingRoutes } from './cancelling-routes.tsx';
import { changingRoutes } from './changing-routes.tsx';
import { gatheringRoutes } from './gathering-routes.tsx';
import { makingRoutes } from './making-routes.tsx';

export { type OneTime, runGathering, runs, seenGathering, seenOccurrence } from './access.ts';
export { cannotComeRoutes } from './cannot-come-routes.tsx';
export { cannotComeToken, cannotComeUrl } from './cannot-come-token.ts';
export { comingOf, type MyComing } from './coming.ts';
export { factsOf, whenHere, whenThere, whereOf, zoneThere } from './describing.ts';
export { FACTS, type Gathering, gatheringOf, KINDS, SEEN_BY } from './gathering.ts';
export { jobs } from './jobs.ts';
export { layOut } from './laying-out.ts';
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
export { GATHERING, OCCURRENCE, pathOf } from './paths.ts';
export { repetitionWords } from './repetition-words.ts';
export { seriesOf } from './series.ts';

/** The page of a gathering: anybody's, when it is public. */
export const publicRoutes = gatheringRoutes;

export const routes = newRoutes()
  .route('/', makingRoutes)
  .route('/', changingRoutes)
  .route('/', cancellingRoutes)
  .route('/', attendingRoutes);
