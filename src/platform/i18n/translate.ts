import { IntlMessageFormat } from 'intl-messageformat';
import { remember } from '../memory/index.ts';
import { en, es } from './catalog.ts';
import { type Locale, localeFor } from './locale.ts';
import { pseudo } from './pseudo.ts';

export type MessageKey = keyof typeof en;
export type Values = Record<string, string | number | Date>;
export type Translate = (key: MessageKey, values?: Values) => string;

/** Whether a text from outside (a cookie, a row) names a message. */
export const isMessageKey = (text: string): text is MessageKey => Object.hasOwn(en, text);

/** The same, for a message that stands by itself: one with gaps to fill cannot be said without its values. */
export const isWholeMessage = (text: string): text is MessageKey =>
  isMessageKey(text) && !en[text].includes('{');

const made = remember<Translate>(10);

/** The messages in one language. Most are plain text and cost a look-up; the others are parsed once. */
export const translator = (locale: Locale): Translate => made(locale, () => makeTranslator(locale));

function makeTranslator(locale: Locale): Translate {
  const isPseudo = locale === 'pseudo' || locale === 'pseudo-rtl';
  const texts = locale === 'es' ? es : en;
  // The pseudo-locale still counts and writes dates in English.
  const lang = isPseudo ? 'en' : localeFor(locale).lang;
  const parsed = remember<IntlMessageFormat>(Object.keys(texts).length);
  const counted = remember<string>(5000);
  return (key, values) => {
    const text = texts[key];
    const said = /[{'<]/.test(text) ? told(key, text, values) : text;
    return isPseudo ? pseudo(said, locale === 'pseudo-rtl') : said;
  };
  // "3 replies" is said thirty times a page; what holds a name or a date is put together each time.
  function told(key: MessageKey, text: string, values: Values | undefined): string {
    const onlyNumbers = values && Object.values(values).every((value) => typeof value === 'number');
    return onlyNumbers
      ? counted(`${key} ${JSON.stringify(values)}`, () => format(key, text, values))
      : format(key, text, values);
  }
  function format(key: MessageKey, text: string, values: Values | undefined): string {
    const message = parsed(key, () => new IntlMessageFormat(text, lang, undefined, { ignoreTag: true }));
    return String(message.format(values));
  }
}
