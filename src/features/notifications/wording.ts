import { type Locale, localeFor, type Translate } from '../../platform/i18n/index.ts';
import { formatTime } from '../../ui/index.ts';
import { circleName } from '../circle-names/index.ts';
import { shownPseudonym } from '../pseudonyms/index.ts';
import type { Bundle } from './bundle.ts';
import { kindOf } from './kinds.ts';
import type { Item } from './news.ts';
import { aboutReminder } from './reminding-words.ts';

/** The reader's language; a page is one. */
export interface Tongue {
  t: Translate;
  locale: Locale;
}

/** "Rosa and two others replied to you in Night Feeds", in the reader's language. */
export function sentence(tongue: Tongue, bundle: Bundle): string {
  const names = namesOf(tongue, bundle.items);
  const [newest] = bundle.items;
  return tongue.t(kindOf(bundle.kind)!.words, {
    who: people(tongue.t, names),
    count: names.length,
    circle: placeOf(tongue, bundle),
    mine: newest?.mine ? 'yes' : 'no',
    ...aboutGathering(tongue, newest),
    ...aboutReminder(tongue, newest),
  });
}

/** More dates than these are not named. */
const NAMED = 3;

/** A gathering's name, when it is by the clocks of its place (`span`: one time, or all of it), and what was said. */
function aboutGathering({ locale }: Tongue, item: Item | undefined) {
  const { title = '', startsAt = null, timeZone = 'UTC', note = null, hers = [] } = item?.gathering ?? {};
  const moment = (at: Date) => formatTime({ lang: localeFor(locale).lang, timeZone }, at, 'moment');
  const when = startsAt ? moment(startsAt) : '';
  return {
    gathering: title,
    when,
    span: startsAt ? 'one' : 'all',
    noted: note ? 'yes' : 'no',
    note: note ?? '',
    dated: hers.length > 0 ? 'yes' : 'no',
    dates: hers.slice(0, NAMED).map(moment).join(' · ') + (hers.length > NAMED ? ' …' : ''),
  };
}

/** The name of the circle it happened in, as it is today; '' where none is told. */
export const placeOf = ({ t, locale }: Tongue, { items: [newest] }: Bundle): string =>
  newest?.circle ? circleName({ t, ...localeFor(locale) }, newest.circle) : '';

/** Says that there is something, and neither what nor whose. */
export const discreetSentence = ({ t }: Tongue): string => t('notifications.discreet');

/** How a thread begins, on one line and without its marks; '' when there is nothing to show. */
export function beginningOf({ items: [newest] }: Bundle): string {
  const plain = (newest?.beginning ?? '')
    .replace(/[*_#>`~[\]]|\]\([^)]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > 90 ? `${plain.slice(0, 88).trimEnd()}…` : plain;
}

function namesOf({ locale }: Tongue, items: Item[]): string[] {
  const names = items.map(({ name, pseudonym }) =>
    pseudonym ? shownPseudonym(locale, pseudonym) : (name ?? ''),
  );
  return [...new Set(names.filter(Boolean))];
}

function people(t: Translate, [first = '', second = '', ...more]: string[]): string {
  if (!second) return first;
  if (more.length === 0) return t('notifications.who-two', { first, second });
  return t('notifications.who-many', { first, others: more.length + 1 });
}
