import { formatTime, type Page } from '../../../ui/index.ts';
import type { Promised } from '../promise.ts';
import type { Stretch } from '../rota.ts';

/** "Tuesday, November 24, 7:00 PM to 9:00 PM". */
export const stretchSaid = (page: Page, { from, until }: Stretch, timeZone = page.timeZone): string =>
  page.t('callbacks.stretch', {
    from: formatTime({ lang: page.lang, timeZone }, from, 'moment'),
    until: formatTime({ lang: page.lang, timeZone }, until, 'time'),
  });

/** "by Tuesday 18:00", or honestly that nobody is there. */
export const promiseSaid = (page: Page, promise: Pick<Promised, 'by'> | null): string =>
  promise
    ? page.t('callbacks.by', { time: formatTime(page, promise.by, 'moment') })
    : page.t('callbacks.no-promise');

/** How long somebody has been waiting: minutes as people say them. */
export function waited({ t }: Page, minutes: number): string {
  const count = Math.max(1, Math.round(minutes));
  if (count < 90) return t('callbacks.minutes', { count });
  if (count < 36 * 60) return t('callbacks.hours-long', { count: Math.round(count / 60) });
  return t('callbacks.days-long', { count: Math.round(count / 1440) });
}

export const since = (page: Page, at: Date, now: Date): string =>
  waited(page, (now.getTime() - at.getTime()) / 60_000);
