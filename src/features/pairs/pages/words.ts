import { formatTime, type Page } from '../../../ui/index.ts';
import type { Contact } from '../contact.ts';

/** A day without an hour is the same day in every zone. */
export const dayWords = ({ lang }: Pick<Page, 'lang'>, day: string): string =>
  formatTime({ lang, timeZone: 'UTC' }, new Date(`${day}T12:00:00Z`), 'day');

/** "A call · 30 minutes · heavy", for whoever noted it. */
export function contactWords({ t }: Page, { way, minutes, mood }: Contact): string {
  const parts = [
    way && t(`pairs.way.${way}`),
    minutes && t('pairs.minutes', { count: minutes }),
    mood && t(`pairs.mood.${mood}`),
  ];
  return parts.filter(Boolean).join(' · ');
}
