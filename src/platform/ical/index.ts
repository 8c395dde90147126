// Calendars as files: text/calendar, written and read (RFC 5545). Knows nothing of what happens in them.
export type { CalendarEvent, CalendarFile } from './calendar.ts';
export { type EventOccurrence, occurrencesOf } from './occurrences.ts';
export { LARGEST, readCalendar } from './read.ts';
export type { EventAhead, ReadAhead } from './read-ahead.ts';
export { readApart } from './read-apart.ts';
export type { ReadCalendar, ReadEvent, Reason } from './reading.ts';
export { writeCalendar } from './write.ts';
