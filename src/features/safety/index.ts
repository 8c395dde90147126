// The door of safety: reports and cases, what keeps a circle kind, words that worry, blocks, guides.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { blockRoutes } from './block-routes.tsx';
import { careAfterRoutes } from './care-after.tsx';
import { careRoutes } from './care-routes.tsx';
import { facilitatorCaseRoutes } from './case-routes.tsx';
import { decisionRoutes } from './decision-routes.tsx';
import { guideRoutes } from './guides/routes.tsx';
import { reportRoutes } from './report-routes.tsx';
import { rewordingRoutes } from './rewording-routes.tsx';
import { showingOutRoutes } from './showing-out-routes.tsx';
import { takedownRoutes } from './takedown-routes.tsx';

export { CareNote, type Finding, type Level, triage, weigh, weighPost } from '../danger/index.ts';
export { safetyCoordinatorRoutes } from './community-routes.tsx';
export { reportSchema } from './forms.ts';
export { jobs } from './jobs.ts';
export { REPORTING } from './limits.ts';
export { moderatorRoutes } from './moderation-routes.tsx';
export { ReportPage } from './pages/report-page.tsx';
export { promiseOf } from './promise.ts';
export { REASONS, type Reason, report } from './report.ts';
export type { Subject } from './subject.ts';

export const publicRoutes = guideRoutes;
export const routes = newRoutes();
for (const room of [
  reportRoutes,
  blockRoutes,
  decisionRoutes,
  careRoutes,
  takedownRoutes,
  showingOutRoutes,
  rewordingRoutes,
  facilitatorCaseRoutes,
  careAfterRoutes,
])
  routes.route('/', room);
