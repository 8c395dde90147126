import { Temporal } from 'temporal-polyfill';
import type { Translate } from '../../platform/i18n/index.ts';
import type { CalendarEvent } from '../../platform/ical/index.ts';
import type { HelpCalendar } from './calendar.ts';
import type { Slot } from './slot.ts';

const wallOf = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(+at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' });

/** Turns as a calendar holds them: what, when and for whom, and where to look; never a street, a note or an allergy. */
export const turnEvents = (
  { t }: { t: Translate },
  calendar: HelpCalendar,
  slots: readonly Slot[],
  url: string,
): CalendarEvent[] =>
  slots
    .filter(({ closedAt }) => closedAt === null)
    .map((slot) => ({
      uid: `${slot.slotId}@porchlight`,
      start: wallOf(slot.startsAt, calendar.timeZone),
      zone: calendar.timeZone,
      lasts: { minutes: Math.round((+slot.endsAt - +slot.startsAt) / 60_000) },
      sequence: 0,
      stamp: slot.takenAt ?? slot.startsAt,
      status: 'confirmed' as const,
      summary: t('help-calendars.turn-for', {
        task: t(`help-calendars.task.${slot.task}`),
        name: calendar.called,
      }),
      description: slot.brings || null,
      url,
      private: true,
    }));
