import type { Translate } from '../../platform/i18n/index.ts';
import type { CalendarEvent } from '../../platform/ical/index.ts';
import { taskOf } from './saying.ts';
import type { SlotAhead } from './slots-ahead.ts';
import { turnEvents } from './turn-events.ts';

/** Her slots as her own calendar holds them: who comes to her with what, and her turns for others. */
export const slotEventsOf = (
  teller: { t: Translate; origin: string },
  slots: readonly SlotAhead[],
): CalendarEvent[] =>
  slots.flatMap(({ slot, calendar, helper, path }) =>
    turnEvents(teller, calendar, [slot], `${teller.origin}${path}`).map((event) =>
      helper
        ? {
            ...event,
            summary: teller.t('help-calendars.from-whom', {
              task: taskOf(teller.t, slot.task, true),
              name: helper,
            }),
          }
        : event,
    ),
  );
