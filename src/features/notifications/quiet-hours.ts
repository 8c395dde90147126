import { Temporal } from 'temporal-polyfill';

/** Her hours without a sound, by her own clock: 'HH:MM' or 'HH:MM:SS'; null: none. */
export interface QuietHours {
  from: string | null;
  to: string | null;
}

/** When the quiet that holds at `now` ends; null when it does not. Hours that begin in the evening end in the morning. */
export function quietUntil({ from, to }: QuietHours, timeZone: string, now: Date): Date | null {
  if (!from || !to || from === to) return null;
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const [begins, ends] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)];
  const clock = here.toPlainTime();
  const after = (time: Temporal.PlainTime) => Temporal.PlainTime.compare(clock, time) >= 0;
  const overnight = Temporal.PlainTime.compare(begins, ends) > 0;
  const isQuiet = overnight ? after(begins) || !after(ends) : after(begins) && !after(ends);
  if (!isQuiet) return null;
  const day = overnight && after(begins) ? here.toPlainDate().add({ days: 1 }) : here.toPlainDate();
  return new Date(day.toZonedDateTime({ timeZone, plainTime: ends }).epochMilliseconds);
}
