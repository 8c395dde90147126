import { regionName } from '../../platform/geo/index.ts';
import { isMessageKey } from '../../platform/i18n/index.ts';
import { remember } from '../../platform/memory/index.ts';
import { formatTime, type Page } from '../../ui/index.ts';
import { type Circle, placesLeft } from './circle.ts';
import { type Meeting, sameHour } from './meeting.ts';

/** A language's name in the reader's ("Spanish", "español"), small where her language writes it small. */
export function languageName(page: Page, code: string): string {
  const key = `words.language.${code}`;
  if (!isMessageKey(key)) return code;
  const name = page.t(key);
  return page.locale === 'es' ? name.toLocaleLowerCase('es') : name;
}

/** "English, Spanish". */
export const languagesOf = (page: Page, circle: Circle): string =>
  circle.languages.map((code) => languageName(page, code)).join(', ');

/** "Every other Tuesday, 7:00 PM"; null when no day was said. */
export function rhythmOf(
  page: Page,
  circle: Pick<Circle, 'weekday' | 'startTime' | 'everyWeeks'>,
): string | null {
  if (circle.weekday === null) return null;
  const values = { weeks: circle.everyWeeks ?? 1, day: dayName(page, circle.weekday) };
  if (circle.startTime === null) return page.t('circles.rhythm-day', values);
  return page.t('circles.rhythm', { ...values, time: clock(page, circle.startTime) });
}

/** 1 January 2024 was a Monday. */
const dayName = (page: Page, weekday: number): string =>
  dayNames(`${page.lang} ${weekday}`, () =>
    new Intl.DateTimeFormat(page.lang, { weekday: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2024, 0, weekday),
    ),
  );
const dayNames = remember<string>(200);

const clock = (page: Page, time: string): string =>
  formatTime({ lang: page.lang, timeZone: 'UTC' }, new Date(`2024-01-01T${time}:00Z`), 'time');

/**
 * When the next meeting is. In person the place's clock counts; online the reader's. Where the two differ, both are
 * said, with the zone's name.
 */
export function meetingTime(page: Page, circle: Circle, { start }: Meeting): string {
  const same = sameHour(circle.timeZone, page.timeZone, start);
  const there = formatTime({ lang: page.lang, timeZone: circle.timeZone }, start, 'moment');
  if (same) return there;
  const zone = zoneName(page, circle.timeZone, start);
  if (circle.place !== 'online') return page.t('circles.meeting-there', { time: there, zone });
  const here = formatTime(page, start, 'moment');
  const clockThere = formatTime({ lang: page.lang, timeZone: circle.timeZone }, start, 'time');
  return page.t('circles.meeting-here', { time: here, there: clockThere, zone });
}

const zoneFormats = remember<Intl.DateTimeFormat>(200);

function zoneName(page: Page, timeZone: string, at: Date): string {
  const format = zoneFormats(
    `${page.lang} ${timeZone}`,
    () => new Intl.DateTimeFormat(page.lang, { timeZone, timeZoneName: 'longGeneric' }),
  );
  const parts = format.formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** Where it meets, as far as anybody is told. */
export function whereOf(page: Page, circle: Pick<Circle, 'placeName' | 'region' | 'place'>): string {
  const place = circle.placeName ?? (circle.region && regionName(circle.region, page.lang));
  if (circle.place === 'online') return page.t('words.place.online');
  if (!place) return page.t(`words.place.${circle.place}`);
  return circle.place === 'both' ? page.t('circles.where-both', { place }) : place;
}

/** For whom: stages and ages; null for anybody. */
export function audienceOf(page: Page, circle: Circle): string | null {
  const stages = circle.stages.map((stage) => page.t(`circles.for.${stage}`));
  const all = [...stages, agesOf(page, circle)].filter(Boolean);
  return all.length > 0 ? all.join(' · ') : null;
}

function agesOf(page: Page, { ageFromMonths, ageToMonths }: Circle): string | null {
  if (ageFromMonths === null && ageToMonths === null) return null;
  const inYears = [ageFromMonths, ageToMonths].every((age) => age === null || age % 12 === 0);
  const years = inYears && (ageToMonths ?? ageFromMonths ?? 0) >= 24;
  const size = (months: number | null) => (months === null ? -1 : years ? months / 12 : months);
  const values = { from: size(ageFromMonths), to: size(ageToMonths), unit: years ? 'years' : 'months' };
  if (ageToMonths === null) return page.t('circles.ages-from', values);
  return page.t(ageFromMonths === null ? 'circles.ages-to' : 'circles.ages', values);
}

/** A count only where it comforts: the last few places, or that it is full. */
export function roomOf(page: Page, circle: Circle): string | null {
  const left = placesLeft(circle);
  if (left === null || left > FEW) return null;
  return left === 0 ? page.t('circles.full') : page.t('circles.places-left', { left });
}
const FEW = 5;
