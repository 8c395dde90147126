import { type Message, speak } from '../../matching/index.ts';
import { isMessageKey } from '../../platform/i18n/index.ts';
import { remember } from '../../platform/memory/index.ts';
import type { Page } from '../../ui/page.ts';

/** One of the engine's sentences in the reader's words. */
export const said = (page: Page, message: Message): string =>
  speak(message, page.t, (code) => languageName(page, code));

const namesIn = remember<Intl.DisplayNames>(50);

/** A language's name inside a sentence: Spanish writes it small. */
function languageName({ t, locale, lang }: Page, code: string): string {
  const key = `words.language.${code}`;
  if (!isMessageKey(key)) {
    const names = namesIn(lang, () => new Intl.DisplayNames([lang, 'en'], { type: 'language' }));
    return names.of(code) ?? code;
  }
  const name = t(key);
  return locale === 'es' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
