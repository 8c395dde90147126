import { getCookie } from 'hono/cookie';
import type { Ctx } from '../../platform/http/index.ts';
import { type Locale, localeFor, translator } from '../../platform/i18n/index.ts';
import type { Page } from '../../ui/index.ts';

/** Addresses that people without an account come by: by a link, or by a letter's. */
const OUTSIDE = /^\/(near|help-calendar|helping|consent|no-more-letters)\//;
export const isOutside = (path: string): boolean => OUTSIDE.test(path);

/**
 * The page for somebody from outside: without the community's name, which could tell why she is in it; and in the
 * language she wrote down for that person, until they choose another themselves.
 */
export function outsidePage(c: Ctx, locale: Locale | null = null): Page {
  const page = { ...c.get('page'), community: null, viewer: null };
  if (!locale || getCookie(c, 'lang')) return page;
  return { ...page, t: translator(locale), locale, ...localeFor(locale) };
}
