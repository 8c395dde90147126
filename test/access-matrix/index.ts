import { accounts } from './accounts.ts';
import { admin } from './admin.ts';
import { announcements } from './announcements.ts';
import { aroundUs } from './around-us.ts';
import { asks } from './asks.ts';
import { calendars } from './calendars.ts';
import { callbacks } from './callbacks.ts';
import { circles } from './circles.ts';
import { cohorts } from './cohorts.ts';
import { coming } from './coming.ts';
import { conversation } from './conversation.ts';
import { directory } from './directory.ts';
import { ecomap } from './ecomap.ts';
import { firstReply } from './first-reply.ts';
import { forming } from './forming.ts';
import { gatherings } from './gatherings.ts';
import { help } from './help.ts';
import { helpCalendars } from './help-calendars.ts';
import { helplines } from './helplines.ts';
import { landing } from './landing.ts';
import { letters } from './letters.ts';
import { matches } from './matches.ts';
import { mentoring } from './mentoring.ts';
import { messages } from './messages.ts';
import { moderation } from './moderation.ts';
import { notifications } from './notifications.ts';
import { onboarding } from './onboarding.ts';
import { outsideLetters } from './outside-letters.ts';
import { pairs } from './pairs.ts';
import { people } from './people.ts';
import { photos } from './photos.ts';
import { plan } from './plan.ts';
import { programs } from './programs.ts';
import { everybody, type Row } from './row.ts';
import { safety } from './safety.ts';
import { search } from './search.ts';
import { setup } from './setup.ts';
import { shelf } from './shelf.ts';

const files: Row[] = [
  { route: 'GET /healthz', path: () => '/healthz', expect: everybody(200) },
  { route: 'GET /readyz', path: () => '/readyz', expect: everybody(200) },
  { route: 'GET /assets/:name{[\\w.-]+}', path: () => '/assets/nothing.css', expect: everybody(404) },
  { route: 'GET /sw.js', path: () => '/sw.js', expect: everybody(200) },
];

/** Every route of the application and who gets what from it. */
export const MATRIX: Row[] = [
  ...files,
  ...accounts,
  ...admin,
  ...announcements,
  ...aroundUs,
  ...asks,
  ...calendars,
  ...callbacks,
  ...circles,
  ...coming,
  ...conversation,
  ...directory,
  ...ecomap,
  ...firstReply,
  ...forming,
  ...gatherings,
  ...help,
  ...helpCalendars,
  ...helplines,
  ...landing,
  ...letters,
  ...matches,
  ...mentoring,
  ...moderation,
  ...notifications,
  ...messages,
  ...onboarding,
  ...outsideLetters,
  ...pairs,
  ...people,
  ...photos,
  ...plan,
  ...programs,
  ...safety,
  ...search,
  ...setup,
  ...shelf,
  ...cohorts, // last, because one of them leaves the circles that others need
];
