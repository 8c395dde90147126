// The door of the notifications: what members have not seen yet.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { inboxRoutes } from './inbox-routes.tsx';

export type { NotificationKind } from './kinds.ts';
export {
  chooseMail,
  MAIL_MODES,
  type MailChoices,
  type MailMode,
  mailChoicesOf,
  modeFor,
  silenceMail,
} from './mail-choices.ts';
export { type Bundle, bundle, type Item, newsById, newsOf, pathOf } from './news.ts';
export { type News, notify } from './notify.ts';
export { unseenAfterOpening } from './seeing.ts';
export { beginningOf, discreetSentence, sentence, type Tongue } from './wording.ts';

export const routes = newRoutes().route('/', inboxRoutes);
