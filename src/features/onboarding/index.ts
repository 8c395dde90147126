export {
  type Answers,
  answersOf,
  type Contact,
  isGrieving,
  seekerFrom,
} from './answers.ts';
export { endMilestones, resumeMilestones, spokenOf } from './milestones.ts';
export { keepQuiet, reachBy } from './reaching.ts';
export { routes } from './routes.tsx';
export { languagesFor } from './screens/hours.tsx';
export { BESIDE_LOSS } from './screens/needs.tsx';
export { HOURS, halfSaid, QuietHours } from './screens/quiet-hours.tsx';
