import {
  isForLoss,
  isGrieving,
  isOnlyGrieving,
  type MeetingPlace,
  type Message,
  type Seeker,
  type Slot,
  slotsAt,
  type Topic,
} from '../../matching/index.ts';
import { milesBetween } from '../../platform/geo/index.ts';
import type { LeadKnown, Waiting } from './company.ts';
import type { Gathering } from './figures.ts';

/** Where nothing else was said, so far is near enough to meet. */
const USUAL_MILES = 10;

/** Who may be asked into a circle that gathers and has room. */
export interface MoreOfTheList {
  seated: Waiting[];
  /** One, where nobody leads it. */
  facilitators: string[];
}

/**
 * Those of the list whom a gathering circle suits: its language, its hour, its stage, a way to meet; first in line first.
 * Stricter than a forming, which weighs everybody at once: here nothing may be left to guess. The database leaves out
 * whoever is kept apart from somebody in it.
 */
export function whoElseSuits(
  one: Gathering,
  waiting: readonly Waiting[],
  leads: readonly LeadKnown[],
): MoreOfTheList {
  const room = one.upper - one.taken - one.asked;
  return {
    seated: waiting.filter((her) => suits(one, her)).slice(0, Math.max(0, room)),
    facilitators:
      one.ledBy.length > 0
        ? []
        : leads
            .filter((lead) => couldLead(one, lead))
            .slice(0, 1)
            .map(({ memberId }) => memberId),
  };
}

/** What each of them is told. */
export function reasonsToJoin(one: Gathering, seated: readonly Waiting[]): Map<string, Message[]> {
  const [language = 'en'] = one.languages;
  const reasons: Message[] = [
    { key: 'seating-reasons.language', values: { reader: 'member', language, unsaid: 0 } },
  ];
  return new Map(seated.map(({ id }) => [id, reasons]));
}

function suits(one: Gathering, { self, notAlone, turnedDown }: Waiting): boolean {
  return (
    !turnedDown.has(one.id) &&
    sharesStage(one, self) &&
    // What at least three of them share is known of the circle; of the rest she would be told nothing certain.
    notAlone.every((topic) => one.topics.includes(topic)) &&
    canCome(one, { ...self, timeZone: self.timeZone ?? null, maxMiles: self.maxMiles ?? null })
  );
}

/**
 * Of a circle is known what three share; whether nobody there has a baby is not. So who grieves is asked among those who lost
 * alone, and nobody else is asked there.
 */
function isSafe(circle: Pick<Gathering, 'stages' | 'topics'>, self: Seeker): boolean {
  const speaksOfBabies = circle.stages.some((kind) => kind === 'baby' || kind === 'expecting');
  if (isForLoss(circle)) return isGrieving(self) && !(speaksOfBabies && isOnlyGrieving(self));
  return !isGrieving(self) && self.noCohorts !== true;
}

function sharesStage({ stages, topics }: Gathering, self: Seeker): boolean {
  if (!isSafe({ stages, topics }, self)) return false;
  const hers = self.stages.map(({ kind }) => kind).filter((kind) => kind !== 'unsaid');
  return stages.length === 0 || hers.length === 0 || hers.some((kind) => stages.includes(kind));
}

function couldLead(one: Gathering, { facilitator, leftOver }: LeadKnown): boolean {
  const known = (topic: Topic) => facilitator.topics.includes(topic);
  return (
    leftOver > 0 && (facilitator.topics.length === 0 || one.topics.some(known)) && canCome(one, facilitator)
  );
}

interface Coming {
  languages: string[];
  free: Slot[];
  timeZone: string | null;
  meets?: MeetingPlace | null;
  maxMiles: number | null;
  place: { latitude: number | null; longitude: number | null } | null;
}

function canCome(one: Gathering, her: Coming): boolean {
  if (!her.languages.some((code) => one.languages.includes(code))) return false;
  if (her.meets && her.meets !== 'both' && her.meets !== one.place) return false;
  const hours = her.timeZone === one.timeZone ? slotsAt(one.weekday, one.startTime) : [];
  if (her.free.length > 0 && !her.free.some((slot) => hours.includes(slot))) return false;
  return one.place === 'online' || isNear(one, her);
}

function isNear({ latitude, longitude }: Gathering, { place, maxMiles }: Coming): boolean {
  if (latitude === null || longitude === null || place?.latitude == null || place.longitude === null)
    return true;
  const hers = { latitude: place.latitude, longitude: place.longitude };
  return milesBetween({ latitude, longitude }, hers) <= (maxMiles ?? USUAL_MILES);
}
