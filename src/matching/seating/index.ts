/** Circles from a waiting list, with those who lead them, an hour and a language: and why. */
export { type ChosenCircle, type CircleFault, checkCircle } from './check-circle.ts';
export { NOT_ALONE, type NotAlone } from './not-alone.ts';
export { proposeCircles, type SeatingEffort } from './propose-circles.ts';
export {
  type CircleFacilitator,
  type ProposedCircle,
  type SeatingInput,
  type SeatingRound,
  type SeatingRules,
  type StillWaiting,
  WAITING_WHYS,
  type WaitingMember,
  type WaitingWhy,
} from './seating.ts';
