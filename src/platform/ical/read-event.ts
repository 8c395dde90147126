import {
  expand,
  occurrenceAt,
  RecurrenceError,
  type Rule,
  readRule,
  type Series,
  wallName,
} from '../recurrence/index.ts';
import { Properties } from './properties.ts';
import { lengthOf, type Place, type Time, timeIn, timesOf } from './read-times.ts';
import { type ReadEvent, Unreadable } from './reading.ts';
import type { Component } from './scan.ts';

/** An event of a file. Throws `Unreadable` with the line that is wrong, the event's own where a line is missing. */
export function readEvent({ lines, number }: Component, place: Place): ReadEvent {
  const own = new Properties(lines);
  const uid = own.words('UID');
  if (!uid || uid.length > 500) throw new Unreadable(own.first('UID')?.number ?? number, 'no-uid');
  const times = readTimes(own, place, number);
  return {
    ...times,
    ...about(own),
    line: number,
    uid,
    sequence: Number(own.words('SEQUENCE')) || 0,
    stamp: momentOf(own, 'LAST-MODIFIED', place) ?? momentOf(own, 'DTSTAMP', place) ?? new Date(0),
    status: statusOf(own.words('STATUS')),
  };
}

/** Dates that a file lists one by one, of all its events together. */
const MOST_DATES = 5000;

function readTimes(own: Properties, place: Place, line: number): Series & Pick<ReadEvent, 'replaces'> {
  const began = own.first('DTSTART');
  if (!began) throw new Unreadable(line, 'no-start');
  const start = timesOf(began, place)[0]!;
  const end = own.first('DTEND');
  const dates = (name: string) =>
    own.all(name).flatMap((one) => {
      place.spent.dates += one.values.length;
      if (place.spent.dates > MOST_DATES) throw new Unreadable(one.number, 'too-much-work');
      return timesOf(one, place).map((time) => timeIn(start, time));
    });
  const replaced = own.first('RECURRENCE-ID');
  const series = {
    start: start.wall,
    zone: start.zone,
    rule: own.words('RRULE'),
    extra: dates('RDATE'),
    except: dates('EXDATE'),
    lasts: lengthOf(start, end && timesOf(end, place)[0], own.first('DURATION'), end?.number ?? line),
  };
  tryOut(series, own.first('RRULE')?.number ?? line);
  return { ...series, replaces: replaced ? named(timesOf(replaced, place)[0]!) : null };
}

const named = ({ wall, zone }: Time) => ({ wall: wall.length === 10 ? wall : wallName(wall), zone });

const FOUR_YEARS = 4 * 366 * 86_400_000;

// A rule that cannot be read, or would keep us busy, is refused here and not some night in a job.
function tryOut(series: Series, line: number): void {
  try {
    const first = occurrenceAt(series, series.start).starts;
    if (!series.rule || isPlain(readRule(series.rule))) return;
    expand(series, { from: first, to: new Date(+first + FOUR_YEARS), atMost: 2 });
  } catch (error) {
    if (!(error instanceof RecurrenceError)) throw error;
    throw new Unreadable(
      line,
      error.code === 'bad-time' || error.code === 'bad-zone' ? 'bad-date' : 'bad-rule',
    );
  }
}

/** By the week or the day and nothing else, as nearly all are: it comes again, and soon. */
const isPlain = ({ frequency, months, weekNumbers, yearDays, monthDays, hours, minutes, positions }: Rule) =>
  (frequency === 'weekly' || frequency === 'daily') &&
  [months, weekNumbers, yearDays, monthDays, hours, minutes, positions].every(({ length }) => length === 0);

function about(
  own: Properties,
): Pick<ReadEvent, 'summary' | 'description' | 'location' | 'url' | 'categories' | 'private' | 'busy'> {
  return {
    summary: own.words('SUMMARY') ?? '',
    description: own.words('DESCRIPTION'),
    location: own.words('LOCATION'),
    url: own.words('URL'),
    categories: own.all('CATEGORIES').flatMap(({ values }) => values),
    private: /^(private|confidential)$/i.test(own.words('CLASS') ?? ''),
    busy: own.words('TRANSP')?.toUpperCase() !== 'TRANSPARENT',
  };
}

function momentOf(own: Properties, name: string, place: Place): Date | null {
  const written = own.first(name);
  const time = written && timesOf(written, place)[0];
  return time ? new Date(`${wallName(time.wall)}Z`) : null;
}

function statusOf(text: string | null): ReadEvent['status'] {
  const status = text?.toLowerCase();
  return status === 'cancelled' || status === 'tentative' ? status : 'confirmed';
}
