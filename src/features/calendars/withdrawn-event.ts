import type { CalendarEvent } from '../../platform/ical/index.ts';
import { pathOf, type Withdrawn } from '../gatherings/index.ts';
import { dayOrWall, lengthOf } from './series.ts';
import type { Teller } from './telling.ts';

/**
 * What she is down for of a gathering that is out of sight, in her own calendar: called off, under the name by which her
 * phone knows it, and without a word of what it was. What stays planned stays as it is. Who waited had no such event.
 */
export function withdrawnEvent({ t, origin }: Teller, one: Withdrawn): CalendarEvent[] {
  if (one.answer === 'waiting') return [];
  const words = one.title ?? t('gatherings.not-here');
  const url = `${origin}${pathOf(one.gatheringId)}`;
  return [
    {
      start: dayOrWall(one, one.startsAt),
      zone: one.timeZone,
      lasts: lengthOf(one, one),
      uid: one.repeats ? `${one.occurrenceId}@porchlight` : one.uid,
      sequence: one.sequence,
      stamp: one.stamp,
      summary: words,
      description: url,
      url,
      private: true,
      status: one.title === null ? 'cancelled' : one.answer === 'maybe' ? 'tentative' : 'confirmed',
    },
  ];
}
