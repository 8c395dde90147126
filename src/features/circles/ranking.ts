import {
  type CircleOption,
  circleFit,
  isForLoss,
  isOnlyGrieving,
  othersFilter,
  type Reason,
  type Seeker,
} from '../../matching/index.ts';
import { milesBetween } from '../../platform/geo/index.ts';
import type { Circle } from './circle.ts';
import type { Filters } from './filters.ts';
import type { Weighable } from './options.ts';

/** A circle in the list, with why it fits. */
export interface Found {
  circle: Circle;
  option: CircleOption;
  /** Strongest first. */
  reasons: Reason[];
  /** From where she looked; null when either place is unknown. */
  miles: number | null;
  score: number;
}

/**
 * Best first; equals by distance. Full circles and those by invitation come last, because they cannot be joined now.
 * `filters` null: she asked nothing, and her own answers decide.
 */
export function ranked(seeker: Seeker, weighables: Weighable<Circle>[], filters: Filters | null): Found[] {
  const found = weighables.flatMap((one) => weighed(seeker, one, filters) ?? []);
  const isForOthers = othersFilter(seeker);
  // Unasked, a circle for twins is no first thought for a mother of one, whatever else the two share.
  const aside = ({ option }: Found) => (filters ? 0 : Number(isForOthers(option.topics)));
  return found.sort(
    (a, b) =>
      door(a.option) - door(b.option) ||
      aside(a) - aside(b) ||
      b.score - a.score ||
      (a.miles ?? FAR) - (b.miles ?? FAR) ||
      (a.option.id < b.option.id ? -1 : 1),
  );
}
const FAR = 99_999;

const door = ({ joining, spacesLeft }: CircleOption): number =>
  spacesLeft === 0 ? 2 : joining === 'private' ? 1 : 0;

function weighed(
  seeker: Seeker,
  { circle, option }: Weighable<Circle>,
  filters: Filters | null,
): Found | null {
  // Unasked, nothing that may speak of a child is laid before somebody who told us of a loss alone.
  if (!filters && isOnlyGrieving(seeker) && !isForLoss(option)) return null;
  const fit = circleFit(seeker, listedAs(option, filters));
  if (!fit) return null;
  const askedHours = filters?.day || filters?.part;
  if (askedHours && !fit.terms.some(({ term, value }) => term === 'hours' && value > 0)) return null;
  const reasons = option.joining === 'open' ? fit.reasons : fit.reasons.filter(({ key }) => key !== OPEN);
  return { circle, option, reasons, score: fit.score, miles: milesTo(seeker, circle) };
}
const OPEN = 'plan-steps.reason.open';

/**
 * The engine leaves out what she cannot join today, and a faith she did not ask for. A list that anybody may search
 * shows them too, and says how the door opens.
 */
const listedAs = (option: CircleOption, filters: Filters | null): CircleOption => ({
  ...option,
  joining: option.joining === 'open' ? 'open' : 'request',
  spacesLeft: option.spacesLeft === 0 ? 1 : option.spacesLeft,
  faith: filters && (!filters.faith || filters.faith === 'none') ? null : option.faith,
});

function milesTo({ place }: Seeker, circle: Circle): number | null {
  if (circle.place === 'online' || place?.latitude == null || place.longitude == null) return null;
  if (circle.latitude === null || circle.longitude === null) return null;
  return milesBetween(
    { latitude: place.latitude, longitude: place.longitude },
    { latitude: circle.latitude, longitude: circle.longitude },
  );
}
