/** The engine: pure functions over plain data. No database, no HTTP, no clock, nothing imported from outside. */
export * from './assignment/index.ts';
export { circleFit, circleFitter } from './circle-fit.ts';
export {
  type BirthWindow,
  type CohortAge,
  cohortAge,
  cohortLimits,
  inWindow,
  monthAfter,
  monthsBetween,
  WIDEST_WINDOW,
} from './cohort.ts';
export * from './ecomap/index.ts';
export type { Fit, Reason, Term } from './fit.ts';
export * from './forming/index.ts';
export { readSlot, slotsAt } from './hours.ts';
export { type Message, type MessageValues, type PlanKey, say } from './keys.ts';
export { type About, chooseListeners, isSpared, type Listener } from './listeners.ts';
export * from './mentoring/index.ts';
export type { Asked, Offered } from './offers/ask.ts';
export { type Introduced, introductions } from './offers/introductions.ts';
export type { CircleOption, OnlineOption, PeerOption, PlanOptions, ServiceOption } from './options.ts';
export { makePlan } from './plan/plan.ts';
export * from './plan/step.ts';
export * from './seating/index.ts';
export {
  type Carried,
  type Month,
  type Seeker,
  type SeekerPlace,
  type Spot,
  type Stage,
  silentSeeker,
} from './seeker.ts';
export { othersFilter, SITUATIONS } from './situations.ts';
export { speak, type WordKey } from './speaking.ts';
export { isForLoss, isGrieving, isOnlyGrieving, isPainful, type StageLimits } from './stages.ts';
export { inMiles } from './terms.ts';
export * from './words.ts';
