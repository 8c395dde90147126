import type { Day, Part, Slot } from './words.ts';

const STARTS: [Part, number][] = [
  ['morning', 5 * 60],
  ['afternoon', 12 * 60],
  ['evening', 17 * 60],
  ['night', 22 * 60],
];
const WEEK = 7 * 24 * 60;
const dayBefore = (day: Day): Day => (((day + 5) % 7) + 1) as Day;

/**
 * The squares of the week grid that hold an hour of the week. Between midnight and five it is both that day's night
 * and the night before's: people mean either.
 */
export function slotsAt(weekday: Day, startTime: string, shiftMinutes = 0): Slot[] {
  const time = /^(\d{1,2}):(\d{2})/.exec(startTime);
  if (!time) return [];
  const there = (weekday - 1) * 1440 + Number(time[1]) * 60 + Number(time[2]);
  const here = (((there + shiftMinutes) % WEEK) + WEEK) % WEEK;
  const day = (Math.floor(here / 1440) + 1) as Day;
  const minute = here % 1440;
  if (minute < 5 * 60) return [`${dayBefore(day)}-night`, `${day}-night`];
  const part = STARTS.findLast(([, start]) => minute >= start)?.[0] ?? 'night';
  return [`${day}-${part}`];
}

/** Offsets of one day by zone. Another day empties it: finding one costs 50 µs, and a day has few zones. */
const offsets = { day: '', byZone: new Map<string, number | null>() };

/** Minutes a zone is ahead of UTC at noon of a day; null for a zone nobody knows. */
function offsetAt(zone: string, today: string): number | null {
  if (offsets.day !== today || offsets.byZone.size > 1000) {
    offsets.day = today;
    offsets.byZone.clear();
  }
  const known = offsets.byZone.get(zone);
  if (known !== undefined) return known;
  const found = readOffset(zone, today);
  offsets.byZone.set(zone, found);
  return found;
}

function readOffset(zone: string, today: string): number | null {
  const noon = new Date(`${today.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return null;
  try {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    const name = parts.formatToParts(noon).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const shift = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name);
    if (!shift?.[1]) return 0;
    return (shift[1] === '-' ? -1 : 1) * (Number(shift[2]) * 60 + Number(shift[3]));
  } catch {
    return null;
  }
}

/** Minutes to add to an hour there to have it here; 0 where a zone is missing or unknown. */
export function zoneShift(there: string | null, here: string | null | undefined, today: string): number {
  if (!there || !here || there === here) return 0;
  const from = offsetAt(there, today);
  const to = offsetAt(here, today);
  return from === null || to === null ? 0 : to - from;
}

/** The day and part of a slot. */
export function readSlot(slot: Slot): { day: Day; part: Part } {
  const [day, part] = slot.split('-') as [string, Part];
  return { day: Number(day) as Day, part };
}

const MIDDLES: Record<Part, string> = {
  morning: '09:00',
  afternoon: '14:30',
  evening: '19:00',
  night: '23:30',
};

/** Squares of a week grid kept in another zone, as squares of hers: each by the middle of its part. */
export function shiftSlots(slots: Slot[], shiftMinutes: number): Slot[] {
  if (shiftMinutes === 0) return slots;
  return slots.flatMap((slot) => slotsAt(readSlot(slot).day, MIDDLES[readSlot(slot).part], shiftMinutes));
}
