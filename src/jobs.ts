import { jobs as accounts } from './features/accounts/index.ts';
import { jobs as aroundUs } from './features/around-us/index.ts';
import { jobs as asks } from './features/asks/index.ts';
import { jobs as calendars } from './features/calendars/index.ts';
import { jobs as callbacks } from './features/callbacks/index.ts';
import { jobs as cohorts } from './features/cohorts/index.ts';
import { jobs as ecomap } from './features/ecomap/index.ts';
import { jobs as firstReply } from './features/first-reply/index.ts';
import { jobs as forming } from './features/forming/index.ts';
import { jobs as gatherings } from './features/gatherings/index.ts';
import { jobs as helpCalendars } from './features/help-calendars/index.ts';
import { jobs as letters } from './features/letters/index.ts';
import { jobs as matches } from './features/matches/index.ts';
import { jobs as messages } from './features/messages/index.ts';
import { jobs as notifications } from './features/notifications/index.ts';
import { outsideLetterJobs } from './features/outside-letters/index.ts';
import { jobs as pairs } from './features/pairs/index.ts';
import { jobs as safety } from './features/safety/index.ts';
import { drawers } from './outside-letters.ts';
import type { Job } from './platform/jobs/index.ts';

/** Everything that happens by the clock: each feature's own jobs. */
export const jobs: Job[] = [
  ...accounts,
  ...aroundUs,
  ...asks,
  ...calendars,
  ...callbacks,
  ...cohorts,
  ...ecomap,
  ...firstReply,
  ...forming,
  ...gatherings,
  ...helpCalendars,
  ...letters,
  ...matches,
  ...messages,
  ...notifications,
  ...outsideLetterJobs(drawers),
  ...pairs,
  ...safety,
];
