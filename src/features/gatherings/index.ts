export { type OneTime, runGathering, runs, seenGathering, seenOccurrence } from './access.ts';
export { attendingRoutes as routes } from './attending.ts';
export { cannotComeRoutes } from './cannot-come-routes.tsx';
export { cannotComeToken, cannotComeUrl } from './cannot-come-token.ts';
export { comingOf, type MyComing } from './coming.ts';
export { FACTS, type Gathering, gatheringOf, KINDS, SEEN_BY } from './gathering.ts';
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
export { seriesOf } from './series.ts';
