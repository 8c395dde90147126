import { Hono } from 'hono';
import { answerProblem } from './errors.tsx';
import { accounts } from './features/accounts/index.ts';
import { coordinatorRoutes } from './features/admin/index.ts';
import {
  publicRoutes as announcementPublicRoutes,
  coordinatorRoutes as announcing,
} from './features/announcements/index.ts';
import {
  publicRoutes as aroundUsPublicRoutes,
  coordinatorRoutes as followingRoutes,
} from './features/around-us/index.ts';
import {
  coordinatorRoutes as askCare,
  publicRoutes as askPublicRoutes,
  routes as askRoutes,
} from './features/asks/index.ts';
import {
  coordinatorRoutes as calendarCoordinatorRoutes,
  publicRoutes as calendarPublicRoutes,
  routes as calendarRoutes,
} from './features/calendars/index.ts';
import {
  routes as callbackRoutes,
  coordinatorRoutes as callbackSupervision,
} from './features/callbacks/index.ts';
import { publicRoutes as circlePublicRoutes, routes as circleRoutes } from './features/circles/index.ts';
import { coordinatorRoutes as circleCareRoutes, routes as cohortRoutes } from './features/cohorts/index.ts';
import { routes as conversationRoutes, publicRoutes as roomDoor } from './features/conversation/index.ts';
import { directoryCoordinatorRoutes, directoryRoutes } from './features/directory/index.ts';
import { routes as ecomapRoutes } from './features/ecomap/index.ts';
import {
  coordinatorRoutes as firstReplyCare,
  routes as firstReplyRoutes,
} from './features/first-reply/index.ts';
import { coordinatorRoutes as formingCare, routes as formingRoutes } from './features/forming/index.ts';
import {
  cannotComeRoutes,
  publicRoutes as gatheringPublicRoutes,
  routes as gatheringRoutes,
} from './features/gatherings/index.ts';
import { routes as helpRoutes } from './features/help/index.ts';
import {
  publicRoutes as helpCalendarDoors,
  routes as helpCalendarRoutes,
} from './features/help-calendars/index.ts';
import { publicRoutes as helplinePublicRoutes } from './features/helplines/index.ts';
import { publicRoutes as landingPublicRoutes } from './features/landing/index.ts';
import { unsubscribeRoutes } from './features/letters/index.ts';
import { coordinatorRoutes as matchingCare, routes as matchRoutes } from './features/matches/index.ts';
import { mentoringRoutes } from './features/mentoring/index.ts';
import { routes as messageRoutes } from './features/messages/index.ts';
import { routes as fellowRoutes, publicRoutes as nearRoutes } from './features/near/index.ts';
import { routes as notificationRoutes } from './features/notifications/index.ts';
import { routes as onboardingRoutes } from './features/onboarding/index.ts';
import { outsideLetterRoutes } from './features/outside-letters/index.ts';
import { routes as pairRoutes, coordinatorRoutes as pairsKept } from './features/pairs/index.ts';
import { routes as peopleRoutes } from './features/people/index.ts';
import { routes as photoRoutes } from './features/photos/index.ts';
import { routes as planRoutes } from './features/plan/index.ts';
import { routes as programRoutes, coordinatorRoutes as programsKept } from './features/programs/index.ts';
import {
  publicRoutes as guideRoutes,
  safetyCoordinatorRoutes,
  moderatorRoutes as safetyModeratorRoutes,
  routes as safetyRoutes,
} from './features/safety/index.ts';
import { routes as searchRoutes } from './features/search/index.ts';
import { demoRoutes, setup } from './features/setup/index.ts';
import { routes as shelfRoutes } from './features/shelf/index.ts';
import {
  coordinatorsOnly,
  csrfGuard,
  type Env,
  membersOnly,
  moderatorsOnly,
  notFound,
  type Parts,
  packPages,
  routes,
  securityHeaders,
  takingPart,
} from './platform/http/index.ts';
import { publicFiles } from './public-files.ts';
import { bodyLimit, requestLog, whoAndWhere } from './request.ts';

/** Mounts every feature: public doors by name, then what only members reach. */
export function createApp(parts: Parts): Hono<Env> {
  const app = new Hono<Env>({ strict: false });
  app.onError(answerProblem);
  app.notFound(() => notFound());
  app.use(requestLog(parts), packPages, securityHeaders);
  app.route('/', publicFiles(parts));
  app.use(whoAndWhere(parts), bodyLimit);
  app.route('/', unsubscribeRoutes); // a mail program asks by itself, and carries no proof of origin
  app.route('/', outsideLetterRoutes); // the same
  app.route('/', cannotComeRoutes); // opened from a letter, in whatever browser
  app.use(csrfGuard);

  const account = accounts(parts);
  app.route('/', setup(parts));
  if (parts.config.demo) app.route('/', demoRoutes(parts));
  app.use('/circles/*', takingPart);
  for (const path of ['/gatherings', '/gatherings/*']) app.use(path, takingPart);
  app.route('/', roomDoor); // before the circles' front door: those inside never meet it
  for (const room of [
    announcementPublicRoutes,
    aroundUsPublicRoutes,
    landingPublicRoutes,
    helplinePublicRoutes,
    guideRoutes,
    circlePublicRoutes,
    calendarPublicRoutes,
    gatheringPublicRoutes,
    helpCalendarDoors,
    nearRoutes,
    askPublicRoutes,
    account.publicRoutes,
  ])
    app.route('/', room);

  const members = routes();
  members.use(membersOnly);
  for (const room of [
    account.routes,
    onboardingRoutes,
    planRoutes,
    firstReplyRoutes,
    helpRoutes,
    helpCalendarRoutes,
    askRoutes,
    callbackRoutes,
    ecomapRoutes,
    calendarRoutes,
    notificationRoutes,
    mentoringRoutes,
    matchRoutes,
    programRoutes,
    pairRoutes,
    messageRoutes,
    peopleRoutes,
    fellowRoutes,
    directoryRoutes,
  ])
    members.route('/', room);
  for (const room of [circleRoutes, cohortRoutes, formingRoutes, gatheringRoutes]) members.route('/', room);
  for (const room of [conversationRoutes, searchRoutes, photoRoutes, shelfRoutes, safetyRoutes])
    members.route('/', room);
  members.use('/community/*', coordinatorsOnly);
  members.use('/community', coordinatorsOnly);
  members.use('/moderation/*', moderatorsOnly);
  members.use('/moderation', moderatorsOnly);
  members.route('/', safetyModeratorRoutes);
  for (const room of [
    coordinatorRoutes,
    circleCareRoutes,
    formingCare,
    firstReplyCare,
    askCare,
    matchingCare,
    programsKept,
    pairsKept,
    callbackSupervision,
    announcing,
    followingRoutes,
    calendarCoordinatorRoutes,
    directoryCoordinatorRoutes,
    safetyCoordinatorRoutes,
  ])
    members.route('/', room);
  app.route('/', members);
  return app;
}
