// The door of the notifications: what members have not seen yet.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { inboxRoutes } from './inbox-routes.tsx';
import { settingsRoutes } from './settings-routes.tsx';

export { type Bundle, bundle, pathOf } from './bundle.ts';
export {
  CANNOT_COME,
  type CannotCome,
  cannotComePath,
  readCannotComeToken,
} from './cannot-come-token.ts';
export { jobs, PUSH_JOB } from './jobs.ts';
export { isTimely, isUrgent, type NotificationKind, urgentKinds } from './kinds.ts';
export {
  chooseMail,
  MAIL_MODES,
  type MailChoices,
  type MailMode,
  mailChoicesOf,
  modeFor,
  silenceMail,
} from './mail-choices.ts';
export { type Item, newsById, newsOf } from './news.ts';
export { type News, notify } from './notify.ts';
export { type QuietHours, quietUntil } from './quiet-hours.ts';
export { detailsOf, givesBack } from './reminding-words.ts';
export { unseenAfterOpening } from './seeing.ts';
export { type Reach, reachOf } from './settings.ts';
export { beginningOf, discreetSentence, placeOf, sentence, type Tongue } from './wording.ts';

export const routes = newRoutes().route('/', inboxRoutes).route('/', settingsRoutes);
