import type { CalendarEvent } from './calendar.ts';

/** Why a file cannot be read. */
export type Reason =
  | 'too-big'
  | 'not-text' // not UTF-8
  | 'not-a-calendar'
  | 'bad-line'
  | 'too-deep'
  | 'not-closed'
  | 'too-many' // events
  | 'no-uid'
  | 'no-start'
  | 'bad-date'
  | 'bad-zone'
  | 'bad-rule'
  | 'bad-length'
  | 'repeated' // two events of one uid that both claim to be the series, or the same one of it
  | 'too-much-work';

/** An event and the line of the file it begins on. */
export interface ReadEvent extends CalendarEvent {
  line: number;
}

export type ReadCalendar =
  | { ok: true; name: string | null; zone: string | null; events: ReadEvent[] }
  | { ok: false; line: number; reason: Reason };

/** Ends the reading of a file: the first line, as an editor counts them, that is wrong. */
export class Unreadable extends Error {
  readonly line: number;
  readonly reason: Reason;
  constructor(line: number, reason: Reason) {
    super(`${reason} on line ${line}`);
    this.line = line;
    this.reason = reason;
  }
}
