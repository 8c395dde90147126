import type { Page } from './page.ts';

/**
 * day: "Thursday, November 26" · date: "Nov 26, 2026" · time: "7:30 PM" · moment: "Thursday, November 26, 7:30 PM"
 * month: "November 2026" · ago: "2:14 AM" today, "yesterday, 2:14 AM", "Tuesday, 2:14 AM" this week, then the date.
 */
export type TimeShape = 'day' | 'date' | 'time' | 'moment' | 'month' | 'ago';

const SHAPES: Record<Exclude<TimeShape, 'ago'>, Intl.DateTimeFormatOptions> = {
  day: { weekday: 'long', month: 'long', day: 'numeric' },
  date: { dateStyle: 'medium' },
  time: { timeStyle: 'short' },
  moment: { weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  month: { month: 'long', year: 'numeric' },
};

const WEEKDAY: Intl.DateTimeFormatOptions = { weekday: 'long' };
const NUMBERS: Intl.DateTimeFormatOptions = { dateStyle: 'short' };

type Reader = Pick<Page, 'lang' | 'timeZone'>;

interface TimeProps {
  page: Reader;
  at: Date | string;
  shape?: TimeShape;
  now?: Date;
  /** The place's zone, where it is not the reader's. */
  zone?: string;
}

/** A moment in the reader's language and zone, with the exact one underneath. */
export function Time({ page, at, shape = 'ago', now, zone }: TimeProps) {
  const date = new Date(at);
  const reader = zone ? { lang: page.lang, timeZone: zone } : page;
  return <time datetime={date.toISOString()}>{formatTime(reader, date, shape, now)}</time>;
}

/** The same words without markup, for titles, mail and messages. */
export function formatTime(page: Reader, at: Date, shape: TimeShape = 'ago', now = new Date()): string {
  return shape === 'ago' ? ago(page, at, now) : format(page, SHAPES[shape], at);
}

function ago(page: Reader, at: Date, now: Date): string {
  const days = dayNumber(page, now) - dayNumber(page, at);
  const time = format(page, SHAPES.time, at);
  if (days === 0) return time;
  if (days === 1) return `${yesterday(page.lang)}, ${time}`;
  if (days > 1 && days < 7) return `${format(page, WEEKDAY, at)}, ${time}`;
  return format(page, SHAPES.date, at);
}

const yesterdays = new Map<string, string>();

function yesterday(lang: string): string {
  const word =
    yesterdays.get(lang) ?? new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(-1, 'day');
  yesterdays.set(lang, word);
  return word;
}

// Days since 1970 as the reader's calendar counts them; immune to daylight saving.
function dayNumber({ timeZone }: Reader, at: Date): number {
  return Date.parse(format({ lang: 'en-CA', timeZone }, NUMBERS, at)) / 86_400_000;
}

// Building an Intl formatter costs more than the page around it, and formatting is the dearest part of a page of
// posts: what was said of a minute is kept. Every shape says the same all through it.
interface Said {
  formatter: Intl.DateTimeFormat;
  minutes: Map<number, string>;
}
const said = new WeakMap<Intl.DateTimeFormatOptions, Map<string, Said>>();
const MINUTES_KEPT = 5_000;

function format({ lang, timeZone }: Reader, options: Intl.DateTimeFormatOptions, at: Date): string {
  const readers = said.get(options) ?? new Map<string, Said>();
  said.set(options, readers);
  const reader = `${lang} ${timeZone}`;
  let known = readers.get(reader);
  if (!known) {
    known = { formatter: new Intl.DateTimeFormat(lang, { ...options, timeZone }), minutes: new Map() };
    readers.set(reader, known);
  }
  const minute = Math.floor(at.getTime() / 60_000);
  const words = known.minutes.get(minute) ?? known.formatter.format(at);
  if (known.minutes.size >= MINUTES_KEPT) known.minutes.clear();
  known.minutes.set(minute, words);
  return words;
}
