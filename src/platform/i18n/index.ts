export { LOCALES, type Locale, localeFor, pickLocale } from './locale.ts';
export {
  isMessageKey,
  isWholeMessage,
  type MessageKey,
  type Translate,
  translator,
  type Values,
} from './translate.ts';
