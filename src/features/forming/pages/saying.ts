import { readSlot, SLOTS, type Slot, type Topic } from '../../../matching/index.ts';
import { formatTime, type Page } from '../../../ui/index.ts';
import { languageName } from '../../circles/index.ts';

/** 'YYYY-MM-DD' as a day in words: "Tuesday, December 1". */
export const dayInWords = (page: Page, day: string): string =>
  formatTime({ lang: page.lang, timeZone: 'UTC' }, new Date(`${day}T12:00:00Z`), 'day');

/** More than these are a number. */
const FEW = 4;

/** "Tuesday evening, Thursday morning", or how many hours of the week; '' when she said none. */
export function hoursSaid({ t, lang, locale }: Page, free: readonly Slot[]): string {
  if (free.length === 0) return t('forming.any-hour');
  if (free.length > FEW) return t('forming.hours-count', { count: free.length });
  return listed(
    lang,
    SLOTS.filter((slot) => free.includes(slot)).map((slot) => {
      const { day, part } = readSlot(slot);
      const name = t(`words.day.${day}`);
      // Spanish writes the names of days small.
      return t('forming.slot', {
        day: locale === 'es' ? name.toLowerCase() : name,
        part: t(`plan-steps.part.${part}`),
      });
    }),
  );
}

/** "English and Spanish". */
export const languagesSaid = (page: Page, languages: readonly string[]): string =>
  listed(
    page.lang,
    languages.map((code) => languageName(page, code)),
  );

/** "Sleep · Low mood". */
export const topicsSaid = ({ t }: Page, topics: readonly Topic[]): string =>
  topics.map((topic) => t(`words.topic.${topic}`)).join(' · ');

const listed = (lang: string, words: string[]): string =>
  new Intl.ListFormat(lang, { type: 'conjunction' }).format(words);
