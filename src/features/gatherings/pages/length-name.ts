import type { Page } from '../../../ui/index.ts';

/** "1 hour 30 minutes". */
export function lengthName({ t }: Pick<Page, 't'>, minutes: number): string {
  const days = minutes % 1440 === 0 ? minutes / 1440 : 0;
  const hours = days ? 0 : Math.floor(minutes / 60);
  const rest = days ? 0 : minutes % 60;
  return [
    days && t('gatherings.days', { days }),
    hours && t('gatherings.hours', { hours }),
    rest && t('gatherings.minutes', { minutes: rest }),
  ]
    .filter(Boolean)
    .join(' ');
}
