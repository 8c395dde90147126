// The door of the notifications: what members have not seen yet.
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
export { beginningOf, discreetSentence, sentence, type Tongue } from './wording.ts';
