import { Temporal } from 'temporal-polyfill';

/** A calendar month in a reader's zone. */
export interface Month {
  /** 'YYYY-MM'. */
  name: string;
  from: Date;
  to: Date;
  before: string | null;
  after: string | null;
  /** Weeks of days ('YYYY-MM-DD'), beginning on the reader's first weekday; null: a day of another month. */
  weeks: (string | null)[][];
}

/** Months one may turn to, back and ahead: as far as times are laid out. */
const BACK = 1;
const AHEAD = 13;

/** The month an address asks for ('2026-12'; 'this' for the one that is); null for none and for what is no month. */
export function monthAsked(text: string | null, timeZone: string, now: Date): Month | null {
  const here = Temporal.Instant.fromEpochMilliseconds(+now).toZonedDateTimeISO(timeZone).toPlainDate();
  const current = here.toPlainYearMonth();
  if (text === 'this') return monthOf(current, timeZone, current);
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '')) return null;
  const month = Temporal.PlainYearMonth.from(text!);
  const far = current.until(month, { largestUnit: 'months' }).months;
  return far < -BACK || far > AHEAD ? null : monthOf(month, timeZone, current);
}

function monthOf(month: Temporal.PlainYearMonth, timeZone: string, current: Temporal.PlainYearMonth): Month {
  const first = month.toPlainDate({ day: 1 });
  const at = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
  const far = current.until(month, { largestUnit: 'months' }).months;
  return {
    name: month.toString(),
    from: at(first),
    to: at(first.add({ months: 1 })),
    before: far > -BACK ? month.subtract({ months: 1 }).toString() : null,
    after: far < AHEAD ? month.add({ months: 1 }).toString() : null,
    weeks: weeksOf(month),
  };
}

// In the United States, where we begin, weeks on a wall calendar begin on Sunday, in Spanish ones as well.
function weeksOf(month: Temporal.PlainYearMonth): (string | null)[][] {
  const lead = month.toPlainDate({ day: 1 }).dayOfWeek % 7;
  const days: (string | null)[] = Array.from({ length: lead }, () => null);
  for (let day = 1; day <= month.daysInMonth; day += 1) days.push(month.toPlainDate({ day }).toString());
  while (days.length % 7) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}
