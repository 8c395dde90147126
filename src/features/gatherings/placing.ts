import { Temporal } from 'temporal-polyfill';
import type { Community } from '../../platform/http/index.ts';
import { type CirclePlace, placeOf } from '../circles/index.ts';
import type { GatheringForm } from './gathering-form.ts';

/** Where a gathering is, as its row keeps it: the centre of a postcode and what is called there. */
export type Placing = Omit<CirclePlace, 'timeZone'> & { timeZone: string };

/**
 * The place a form means, or null for a postcode nobody knows. Its clocks: those that were named, else those of the
 * place, else `usual`.
 */
export function placingOf(home: Community, form: GatheringForm, usual: string): Placing | null {
  const place = placeOf(home, form);
  return place && { ...place, timeZone: form.zone || place.timeZone || usual };
}

/** Whether two zones show the same clock at a moment. */
export function sameClock(one: string, other: string, at: Date): boolean {
  const instant = Temporal.Instant.fromEpochMilliseconds(+at);
  return instant.toZonedDateTimeISO(one).offset === instant.toZonedDateTimeISO(other).offset;
}
