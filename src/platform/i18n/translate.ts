import { IntlMessageFormat } from 'intl-messageformat';
import { en, es } from './catalog.ts';
import { type Locale, localeFor } from './locale.ts';
import { pseudo } from './pseudo.ts';

export type MessageKey = keyof typeof en;
export type Values = Record<string, string | number | Date>;
export type Translate = (key: MessageKey, values?: Values) => string;

/** Whether a text from outside (a cookie, a row) names a message. */
export const isMessageKey = (text: string): text is MessageKey => Object.hasOwn(en, text);

const made = new Map<Locale, Translate>();

/** The messages in one language. Most are plain text and cost a look-up; the others are parsed once. */
export function translator(locale: Locale): Translate {
  let t = made.get(locale);
  if (!t) made.set(locale, (t = makeTranslator(locale)));
  return t;
}

function makeTranslator(locale: Locale): Translate {
  const isPseudo = locale === 'pseudo' || locale === 'pseudo-rtl';
  const texts = locale === 'es' ? es : en;
  // The pseudo-locale still counts and writes dates in English.
  const lang = isPseudo ? 'en' : localeFor(locale).lang;
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  return (key, values) => {
    const text = texts[key];
    const said = /[{'<]/.test(text) ? format(key, text, values) : text;
    return isPseudo ? pseudo(said, locale === 'pseudo-rtl') : said;
  };
  function format(key: MessageKey, text: string, values: Values | undefined): string {
    let message = parsed.get(key);
    if (!message)
      parsed.set(key, (message = new IntlMessageFormat(text, lang, undefined, { ignoreTag: true })));
    return String(message.format(values));
  }
}
