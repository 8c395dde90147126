// The door of mentoring programs: what a program is, who may be a mentor in it, and how she becomes one.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { communityRoutes } from './community-routes.tsx';
import { mentorRoutes } from './mentor-routes.tsx';
import { mentorsRoutes } from './mentors-routes.tsx';
import { phaseRoutes } from './phase-routes.tsx';
import { programRoutes } from './programs-routes.tsx';
import { questionRoutes } from './question-routes.tsx';
import { removalRoutes } from './removal-routes.tsx';
import { safetyRoutes } from './safety-routes.tsx';
import { trainingRoutes } from './training-routes.tsx';

export { decideMentor, mentorsWaiting, noteCheck } from './deciding.ts';
export { safetyOf } from './drafts.ts';
export { makeProgram, openProgram } from './making.ts';
export { agreeInProgram, sayAsMentor, toAgreeAnew } from './mentor.ts';
export { AgreeAnew } from './pages/agree-anew.tsx';
export {
  isOpen,
  openPrograms,
  type Phase,
  type Program,
  type ProgramBasics,
  phaseAt,
  programOf,
  type Question,
  weekAt,
} from './program.ts';
export {
  CULTURES,
  IDENTITIES,
  NAMED_FAITHS,
  RULES_OUT,
  ruledOutFrom,
  type Traits,
  traitsFrom,
} from './traits.ts';

export const routes = newRoutes();
for (const room of [programRoutes, mentorRoutes]) routes.route('/', room);

export const coordinatorRoutes = newRoutes();
for (const room of [
  communityRoutes,
  phaseRoutes,
  questionRoutes,
  trainingRoutes,
  mentorsRoutes,
  removalRoutes,
  safetyRoutes,
])
  coordinatorRoutes.route('/', room);
