import type { Page } from '../../../ui/index.ts';

/** "You have given 3 hours, received 2": for her own eyes, and only when there is something to say. */
export function HoursLine({ page, given, received }: { page: Page; given: number; received: number }) {
  if (given + received === 0) return null;
  return (
    <p class="quiet">
      {page.t('pairs.hours', {
        which: given === 0 ? 'received' : received === 0 ? 'given' : 'both',
        given: spell(page, given),
        received: spell(page, received),
      })}
    </p>
  );
}

/** Minutes as people say them; hours in halves. */
function spell({ t }: Page, minutes: number): string {
  if (minutes < 60) return t('pairs.minutes', { count: minutes });
  return t('pairs.hours-long', { count: Math.round(minutes / 30) / 2 });
}
