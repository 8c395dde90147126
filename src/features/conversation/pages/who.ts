import type { Page } from '../../../ui/index.ts';
import { shownPseudonym } from '../../pseudonyms/index.ts';

/** The name a post goes under, in the reader's language: her name, her pseudonym, or that she is gone. */
export function shownName(page: Page, author: string | null, pseudonym: string | null): string {
  if (pseudonym) return shownPseudonym(page.locale, pseudonym);
  return author ?? page.t('conversation.someone-gone');
}
