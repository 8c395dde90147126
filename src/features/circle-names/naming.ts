import {
  type BirthWindow,
  type CohortAge,
  cohortAge,
  type Month,
  monthsBetween,
} from '../../matching/index.ts';
import { remember } from '../../platform/memory/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import type { Page } from '../../ui/index.ts';

/** Whose words a name is made of. */
export type Reader = Pick<Page, 't' | 'lang'>;

/** As much of a circle as its name needs. */
export interface Nameable {
  name: string;
  ownName: boolean;
  born: BirthWindow | null;
  timeZone: string;
}

/**
 * What a circle is called, in the reader's language. A cohort's name is made on the spot from its months and the day
 * where it is, so it renames itself as the children grow, silently: nobody is told.
 */
export function circleName(reader: Reader, circle: Nameable, today = todayIn(circle.timeZone)): string {
  const { t } = reader;
  if (!circle.born) return circle.name;
  const age = cohortAge(circle.born, today);
  const months = windowName(reader, circle.born, circle.timeZone);
  if (circle.ownName) return t('circles.cohort.named', { name: circle.name, age: ageName(reader, age) });
  if (age === 'due') return t('circles.cohort.due', { months });
  const base = t(typeof age === 'string' ? 'circles.cohort.babies' : 'circles.cohort.children', { months });
  return t('circles.cohort.named', { name: base, age: ageName(reader, age) });
}

/** "6–12 months", "two years". */
export const ageName = ({ t }: Reader, age: CohortAge): string =>
  typeof age === 'number' ? t('circles.cohort.years', { years: age }) : t(`circles.cohort.age.${age}`);

/** A name for places that know nothing of months; it says no age, so it never grows old. */
export const plainCohortName = (reader: Reader, born: BirthWindow, timeZone: string): string =>
  reader.t('circles.cohort.plain', { months: windowName(reader, born, timeZone) });

/** "spring 2026", where a window is a season and the seasons are the northern ones; else "March – May 2026". */
export function windowName({ t, lang }: Reader, { from, to }: BirthWindow, timeZone: string): string {
  const season = SEASONS[from.slice(5)];
  if (season && monthsBetween(from, to) === 2 && NORTHERN.test(timeZone)) {
    const [year, until] = [from.slice(0, 4), to.slice(0, 4)];
    return t(`circles.season.${season}`, { year: year === until ? year : `${year}–${until.slice(2)}` });
  }
  return monthFormat(lang).formatRange(middleOf(from), middleOf(to));
}

/** "March 2026". */
export const monthName = ({ lang }: Reader, month: Month): string =>
  monthFormat(lang).format(middleOf(month));

const SEASONS: Record<string, 'spring' | 'summer' | 'autumn' | 'winter'> = {
  '03': 'spring',
  '06': 'summer',
  '09': 'autumn',
  '12': 'winter',
};
/** Zones where March is spring and people speak of four seasons. */
const NORTHERN =
  /^(Europe|America\/(New_York|Detroit|Chicago|Menominee|Denver|Boise|Phoenix|Los_Angeles|Anchorage|Juneau|Toronto|Montreal|Winnipeg|Edmonton|Vancouver|Halifax|Mexico_City|Tijuana|(Indiana|Kentucky|North_Dakota)\/))/;
const monthFormats = remember<Intl.DateTimeFormat>(20);
const monthFormat = (lang: string): Intl.DateTimeFormat =>
  monthFormats(
    lang,
    () => new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  );
const middleOf = (month: string): Date => new Date(`${month}-15T12:00:00Z`);
