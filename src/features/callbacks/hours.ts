import { Temporal } from 'temporal-polyfill';
import { type Day, type Slot, slotsAt } from '../../matching/index.ts';
import type { Stretch } from './rota.ts';

const STEP = 15 * 60_000;
const FURTHEST = 8 * 24 * 60 * 60_000;

/** Whether she can be called at this moment. No squares ticked: at any time. */
export function callableAt(hours: readonly string[], timeZone: string, at: Date): boolean {
  if (hours.length === 0) return true;
  const { dayOfWeek, hour } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(
    timeZone,
  );
  return slotsAt(dayOfWeek as Day, `${hour}:00`).some((slot: Slot) => hours.includes(slot));
}

/** The first moment from `from` on at which she can be called. */
export function nextCallable(hours: readonly string[], timeZone: string, from: Date): Date {
  for (let at = from.getTime(); at < from.getTime() + FURTHEST; at = onTheStep(at))
    if (callableAt(hours, timeZone, new Date(at))) return new Date(at);
  return from;
}

/** The first stretch in which somebody is there and she can be called; at least a quarter of an hour of it is left. */
export function firstMeeting(
  there: readonly Stretch[],
  hours: readonly string[],
  timeZone: string,
  now: Date,
): Stretch | null {
  const ahead = there.filter(({ until }) => until > now).sort((a, b) => a.from.getTime() - b.from.getTime());
  for (const { from, until } of ahead) {
    let began: number | null = null;
    for (let at = Math.max(from.getTime(), now.getTime()); at < until.getTime(); at = onTheStep(at)) {
      if (callableAt(hours, timeZone, new Date(at))) began ??= at;
      else if (began !== null && at - began >= STEP) return { from: new Date(began), until: new Date(at) };
      else began = null;
    }
    if (began !== null && until.getTime() - began >= STEP) return { from: new Date(began), until };
  }
  return null;
}

const onTheStep = (at: number): number => Math.floor(at / STEP) * STEP + STEP;
