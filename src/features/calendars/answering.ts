import { answerFeed, type Ctx } from '../../platform/http/index.ts';
import { type CalendarFile, writeCalendar } from '../../platform/ical/index.ts';

/** How often a phone is asked to look again: a few hours is what they do anyway. */
export const REFRESH_MINUTES = 180;

/** Answers with a calendar, as a file or to a program that asks again and again. */
export const answerCalendar = (c: Ctx, file: CalendarFile | string, whose: 'public' | 'private' = 'public') =>
  answerFeed(
    c,
    typeof file === 'string' ? file : Buffer.from(writeCalendar(file)).toString(),
    'text/calendar; charset=utf-8',
    whose,
  );
