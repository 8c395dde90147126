import { remember } from '../../platform/memory/index.ts';
import { formatTime, type IconName, type Page } from '../../ui/index.ts';
import { languageName } from '../circles/index.ts';
import { FACTS, type Gathering } from './gathering.ts';
import type { Occurrence } from './occurrence.ts';
import { sameClock } from './placing.ts';

type Reader = Pick<Page, 'lang' | 'timeZone' | 't'>;
type Held = Pick<Gathering, 'timeZone' | 'allDay'>;
type Moment = Pick<Occurrence, 'startsAt' | 'endsAt'>;

/** "Tuesday, November 24, 7:00 – 8:00 PM" by the clocks of the place; with the year when it is far away. */
export function whenThere(
  { lang }: Pick<Page, 'lang'>,
  { timeZone, allDay }: Held,
  { startsAt, endsAt }: Moment,
): string {
  const year = +startsAt - Date.now() > FAR ? ('numeric' as const) : undefined;
  const clock = allDay ? {} : ({ hour: 'numeric', minute: '2-digit' } as const);
  const shape = { weekday: 'long', month: 'long', day: 'numeric', year, ...clock, timeZone } as const;
  const format = ranges(`${lang} ${timeZone} ${allDay} ${year}`, () => new Intl.DateTimeFormat(lang, shape));
  return format.formatRange(startsAt, allDay ? new Date(+endsAt - 1000) : endsAt);
}
const ranges = remember<Intl.DateTimeFormat>(200);
const FAR = 300 * 86_400_000;

/** "10:30 – 11:10 AM" in a zone. */
export function hoursIn(lang: string, timeZone: string, { startsAt, endsAt }: Moment): string {
  const clock = { hour: 'numeric', minute: '2-digit', timeZone } as const;
  const hours = ranges(`${lang} ${timeZone}`, () => new Intl.DateTimeFormat(lang, clock));
  return hours.formatRange(startsAt, endsAt);
}

/** The same by the reader's own clock, named as hers; null when both show the same. */
export function whenHere(page: Reader, { timeZone, allDay }: Held, { startsAt }: Moment): string | null {
  if (allDay || sameClock(timeZone, page.timeZone, startsAt)) return null;
  return page.t('gatherings.your-time', { time: formatTime(page, startsAt, 'moment') });
}

/** "Central Time", for the place's clocks; null when the reader's show the same. */
export function zoneThere(page: Reader, { timeZone, allDay }: Held, { startsAt }: Moment): string | null {
  if (allDay || sameClock(timeZone, page.timeZone, startsAt)) return null;
  return zoneName(page.lang, timeZone, startsAt);
}

/** What a zone's time is called ("Central Time"). */
export function zoneName(lang: string, timeZone: string, at: Date): string {
  const format = zoneFormats(
    `${lang} ${timeZone}`,
    () => new Intl.DateTimeFormat(lang, { timeZone, timeZoneName: 'longGeneric' }),
  );
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
const zoneFormats = remember<Intl.DateTimeFormat>(200);

/** Where it is, as far as everybody who sees it is told; the street only where it was meant for all. */
export function whereOf(
  { t }: Pick<Page, 't'>,
  gathering: Pick<Gathering, 'place' | 'venue' | 'address' | 'placeName'>,
  venue: string | null = null,
): { name: string; rest: string } {
  if (gathering.place === 'online') return { name: t('words.place.online'), rest: '' };
  const parts = [venue ?? gathering.venue, gathering.address, gathering.placeName ?? ''].filter(Boolean);
  const [name = t('words.place.in-person'), ...rest] = parts;
  return { name, rest: rest.join(', ') };
}

export interface SaidFact {
  icon: IconName;
  words: string;
}

const ICONS: Record<(typeof FACTS)[number], IconName> = {
  babies: 'childcare',
  siblings: 'siblings',
  feeding: 'feeding',
  strollers: 'stroller',
  childcare: 'hug',
  step_free: 'access',
};

/** All that may be said of it beside its name, hour and place. */
type Described = Pick<
  Gathering,
  | 'facts'
  | 'accessNote'
  | 'gettingThere'
  | 'cost'
  | 'costNote'
  | 'languages'
  | 'faith'
  | 'forWhom'
  | 'stages'
  | 'ageFromMonths'
  | 'ageToMonths'
>;

/** What was said of it, each with its picture. What nobody said is left out. */
export function factsOf(page: Page, gathering: Described): SaidFact[] {
  const { t } = page;
  const known = FACTS.flatMap((fact): SaidFact[] => {
    const said = gathering.facts[fact];
    return said === null
      ? []
      : [{ icon: ICONS[fact], words: t(`gatherings.fact.${fact}.${said ? 'yes' : 'no'}`) }];
  });
  const more: [IconName, string][] = [
    ['access', gathering.accessNote],
    ['bus', gathering.gettingThere],
    ['cost', costOf(page, gathering)],
    ['language', gathering.languages.map((code) => languageName(page, code)).join(', ')],
    ['info', faithOf(page, gathering)],
    ['circles', audienceOf(page, gathering)],
  ];
  return [...known, ...more.filter(([, words]) => words).map(([icon, words]) => ({ icon, words }))];
}

function costOf({ t }: Page, { cost, costNote }: Described): string {
  return [cost && t(`gatherings.cost.${cost}`), costNote].filter(Boolean).join(' · ');
}

function faithOf({ t }: Page, { faith }: Described): string {
  const known = ['any', 'christian', 'catholic', 'jewish', 'muslim', 'hindu', 'buddhist'] as const;
  const word = known.find((one) => one === faith);
  return faith ? t('gatherings.faith-based', { faith: word ? t(`words.faith.${word}`) : faith }) : '';
}

/** For whom: as was written, the stages, the ages; '' is everybody. */
export function audienceOf(page: Page, gathering: Described): string {
  const { t } = page;
  const stages = gathering.stages.flatMap((stage) =>
    stage === 'unsaid' ? [] : [t(`gatherings.for.${stage}`)],
  );
  return [gathering.forWhom, ...stages, agesOf(page, gathering)].filter(Boolean).join(' · ');
}

function agesOf({ t }: Page, { ageFromMonths: from, ageToMonths: to }: Described): string {
  if (from === null && to === null) return '';
  const years = [from, to].every((age) => age === null || age % 12 === 0) && (to ?? from ?? 0) >= 24;
  const size = (months: number | null) => (months === null ? -1 : years ? months / 12 : months);
  return t('gatherings.ages', { from: size(from), to: size(to), unit: years ? 'years' : 'months' });
}
