import type { Series } from '../recurrence/index.ts';

/** A calendar as a file holds it. */
export interface CalendarFile {
  name: string;
  description?: string;
  /** IANA; what a reader that asks for one is told. */
  zone: string;
  /** How often a subscribed phone should look again. */
  refreshMinutes?: number;
  method?: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  events: readonly CalendarEvent[];
}

/** An event, once or again and again. A start of 'YYYY-MM-DD' is a whole day; the zone 'UTC' is written as instants. */
export interface CalendarEvent extends Series {
  /** The same for as long as the event lives, whatever changes. */
  uid: string;
  /** Goes up by one each time a change matters to those coming. */
  sequence: number;
  /** When this was last written (DTSTAMP). From the event, not from the clock: unchanged events have unchanged bytes. */
  stamp: Date;
  status: 'confirmed' | 'tentative' | 'cancelled';
  /** This event stands for one occurrence of the series of the same uid, named by the wall time it had there. */
  replaces?: { wall: string; zone: string } | null;
  summary: string;
  description?: string | null;
  location?: string | null;
  url?: string | null;
  categories?: readonly string[];
  /** Says to others' calendars that this is nobody else's business. */
  private?: boolean;
  /** Whether her hours are taken by it; they are unless this is false. */
  busy?: boolean;
  place?: { latitude: number; longitude: number } | null;
}
