import { expand, instantOf, type Occurrence, type Window, wallMs } from '../recurrence/index.ts';
import type { CalendarEvent } from './calendar.ts';

/** An occurrence and the event that says how it is: its own where it was changed, else its series. */
export interface EventOccurrence<E extends CalendarEvent> extends Occurrence {
  event: E;
}

/**
 * When the events of a calendar happen, in order: series with what was changed of single occurrences put in their place.
 * What is cancelled is there, and says so. Throws a RecurrenceError, as `expand` does.
 */
export function occurrencesOf<E extends CalendarEvent>(
  events: readonly E[],
  window: Window,
): EventOccurrence<E>[] {
  const changed = new Set(events.flatMap(({ uid, replaces }) => (replaces ? [name(uid, replaces)] : [])));
  return events
    .flatMap((event) =>
      expand(event, window)
        .filter(({ wall }) => event.replaces || !changed.has(name(event.uid, { wall, zone: event.zone })))
        .map((occurrence) => ({ ...occurrence, event })),
    )
    .sort((one, other) => +one.starts - +other.starts || (one.event.uid < other.event.uid ? -1 : 1))
    .slice(0, window.atMost);
}

// By the instant: a file may name an occurrence by other clocks than its series'.
const name = (uid: string, { wall, zone }: { wall: string; zone: string }) =>
  `${instantOf(wallMs(wall), zone)} ${uid}`;
