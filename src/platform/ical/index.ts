// Calendars as files: text/calendar, written and read (RFC 5545). Knows nothing of what happens in them.
export type { CalendarEvent, CalendarFile } from './calendar.ts';
export { writeCalendar } from './write.ts';
