import type { Page } from '../../../ui/index.ts';
import { formatTime } from '../../../ui/index.ts';
import { shownPseudonym } from '../../pseudonyms/index.ts';
import type { HerAsk } from '../her-ask.ts';
import type { Waiting } from '../waiting.ts';

const BEGINNING = 90;

/** "Maya asks to be heard". */
export function whoAsks(page: Page, { author, pseudonym, asks }: Waiting): string {
  const name = pseudonym ? shownPseudonym(page.locale, pseudonym) : (author ?? '');
  return page.t(`first-reply.asks.${asks}`, { name });
}

/** How a thread begins, on one line. */
export function beginningOf({ beginning }: Waiting): string {
  const plain = beginning
    .replace(/[*_#>`~[\]]|\]\([^)]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > BEGINNING ? `${plain.slice(0, BEGINNING).replace(/\s+\S*$/, '')}…` : plain;
}

/** What has been done about her ask, in a few short sentences. */
export function whatHappened(page: Page, ask: HerAsk, now = new Date()): string {
  const { t } = page;
  const names = (list: string[]) => new Intl.ListFormat(page.lang, { type: 'conjunction' }).format(list);
  const { listeners, facilitators } = ask;
  return [
    ask.seen > 0 ? t('first-reply.seen', { count: ask.seen }) : t('first-reply.not-seen'),
    listeners.length > 0 && t('first-reply.asked', { names: names(listeners), count: listeners.length }),
    facilitators.length > 0 &&
      t('first-reply.asked-facilitators', { names: names(facilitators), count: facilitators.length }),
    ask.step === 'coordinator' && t('first-reply.asked-coordinator'),
    ask.promisedAt > now
      ? t('first-reply.promise', { time: formatTime(page, ask.promisedAt, 'moment') })
      : t('first-reply.late'),
  ]
    .filter(Boolean)
    .join(' ');
}
