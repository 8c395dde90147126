import type { Page } from '../../../ui/index.ts';
import type { Circle } from '../../circles/circle.ts';

/** Words in a row as the reader's language joins them: "Rosa, Imani and Dana". */
export const listOf = (page: Page, words: string[]): string =>
  new Intl.ListFormat(page.lang, { type: 'conjunction' }).format(words);

/** Who a circle is for, in a short sentence; '' when it is for everybody. */
export function forWhom(page: Page, circle: Circle): string {
  const { t } = page;
  const { stages, ageFromMonths: from, ageToMonths: to } = circle;
  if (stages.includes('baby') && from !== null && to !== null) return t('conversation.for-babies', { from, to });
  const words = stages.length > 0 ? stages.map((s) => t(`words.stage.${s}`)) : circle.topics.map((s) => t(`words.topic.${s}`));
  return words.length > 0 ? `${listOf(page, words)}.` : '';
}
