import type { Way } from './fact-schema.ts';

/** The address behind a way: a number to call or write to, a page. */
export function hrefOf({ kind, value }: Pick<Way, 'kind' | 'value'>): string {
  if (kind === 'call') return `tel:${value}`;
  return kind === 'text' ? `sms:${value}` : value;
}

/** 'https://www.postpartum.net/help' as people say it: postpartum.net. */
export const siteName = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
