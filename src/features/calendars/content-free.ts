import { createHash } from 'node:crypto';
import type { CalendarEvent } from '../../platform/ical/index.ts';

/** What stands for anything at all in a calendar that others may see. */
export const NAMELESS = 'Porchlight';

/** Hours that are taken, and not a word about by what: no title, place, description or link, nor whose it was by its name. */
export const contentFree = (event: CalendarEvent): CalendarEvent => {
  const { start, zone, rule, extra, except, lasts, sequence, stamp, status, replaces } = event;
  return {
    ...{ start, zone, rule, extra, except, lasts, sequence, stamp, status, replaces },
    uid: `${createHash('sha256').update(event.uid).digest('hex').slice(0, 32)}@porchlight`,
    summary: NAMELESS,
    private: true,
  };
};
