import { milesBetween } from './distance.ts';
import { type Reason, type Weighed, weigh } from './fit.ts';
import { readSlot } from './hours.ts';
import { say } from './keys.ts';
import { type Known, sharedLanguages } from './rules.ts';
import type { Spot } from './seeker.ts';
import { sharesSituation } from './situations.ts';
import { isBabyTopic, isForLoss, type StageLimits, stageCloseness } from './stages.ts';
import type { MeetingPlace, Slot, Topic } from './words.ts';

const MILE_COUNTRIES = new Set(['US', 'PR', 'GU', 'VI', 'AS', 'MP', 'GB', 'LR']);
export const KM_PER_MILE = 1.609344;
/** What sharing only another of her languages is worth, beside her first. */
const OTHER_LANGUAGE = 0.4;
/** A stage named without ages says less than a birth month within them. */
const STAGE_NAMED = 0.7;
/** One shared topic among several of hers already says most. */
const FIRST_TOPIC = 0.5;
const ENOUGH_TOPICS = 3;

/** Where she is in motherhood. Grieving, no word is said about ages or stages, and loss itself counts as the stage. */
export function stageTerm(
  known: Known,
  weight: number,
  option: StageLimits & { topics: Topic[] },
  lossKey: 'plan-steps.loss.reason.circle' | 'plan-steps.loss.reason.service',
): Weighed {
  if (known.grieving && isForLoss(option)) return weigh('stage', weight, 1, say(lossKey));
  const closeness = stageCloseness(known.stages, option);
  const value = closeness === 'ages' ? 1 : closeness === 'kind' ? STAGE_NAMED : 0;
  return weigh('stage', weight, value, known.grieving ? null : stageReason(known, option, closeness));
}

function stageReason(known: Known, option: StageLimits, closeness: string): Reason | null {
  const from = option.ageFromMonths ?? 0;
  const to = option.ageToMonths ?? null;
  if (closeness === 'ages' && to !== null) {
    const years = from % 12 === 0 && to % 12 === 0 && to >= 24;
    return years
      ? say('plan-steps.reason.ages', { from: from / 12, to: to / 12, unit: 'years' })
      : say('plan-steps.reason.ages', { from, to, unit: 'months' });
  }
  for (const { kind } of known.stages) {
    if (kind === 'loss' || kind === 'unsaid' || !option.stages.includes(kind)) continue;
    return say('plan-steps.reason.stage', { stage: kind });
  }
  return null;
}

/** What both named. Nothing in common counts against only when both have said. */
export function topicsValue(known: Known, theirs: Topic[]): { value: number; shared: Topic[] } {
  if (known.topics.size === 0 || theirs.length === 0) return { value: 0, shared: [] };
  const shared = known.seeker.topics.filter((topic) => theirs.includes(topic));
  if (shared.length === 0) return { value: -1, shared };
  const covered = Math.min(1, shared.length / Math.min(ENOUGH_TOPICS, known.topics.size));
  return { value: FIRST_TOPIC + (1 - FIRST_TOPIC) * covered, shared };
}

export function topicsTerm(
  known: Known,
  weight: number,
  theirs: Topic[],
  key: 'plan-steps.reason.topics' | 'plan-steps.reason.experience',
): Weighed {
  const { value, shared } = topicsValue(known, theirs);
  const sayable = known.onlyGrieving ? shared.filter((topic) => !isBabyTopic(topic)) : shared;
  const first = sayable[0];
  const reason = first
    ? say(key, { count: Math.min(2, sayable.length), first, second: sayable[1] ?? first })
    : null;
  return weigh(key === 'plan-steps.reason.topics' ? 'topics' : 'experience', weight, value, reason);
}

/** 1 at the door, 0 half-way to her limit, -1 at the limit. Online there is no road: neither for nor against. */
export function distanceTerm(known: Known, weight: number, spot: Spot, place: MeetingPlace): Weighed {
  if (place === 'online') return weigh('distance', weight, 0);
  const miles = milesBetween(known.seeker.place, spot);
  if (miles === null) return weigh('distance', weight, 0);
  const near = known.limitMiles > 0 ? 1 - (2 * miles) / known.limitMiles : miles > 0 ? -1 : 1;
  const value = Math.max(place === 'both' ? 0 : -1, near);
  return weigh('distance', weight, value, distanceReason(known, miles));
}

/** Rounded: exact distances from three places would give away a home. */
function distanceReason(known: Known, miles: number): Reason {
  return inMiles(known.seeker.place?.country)
    ? say('plan-steps.reason.distance', { miles: Math.round(miles) })
    : say('plan-steps.reason.distance-km', { km: Math.round(miles * KM_PER_MILE) });
}

/** Whether a country counts its roads in miles; one that is not said does. */
export const inMiles = (country: string | null | undefined): boolean =>
  MILE_COUNTRIES.has(country?.toUpperCase() ?? 'US');

/** Her first language is best, any shared one is good. English is plain here, and not said. */
export function languageTerm(known: Known, weight: number, theirs: string[]): Weighed {
  const shared = sharedLanguages(known.languages, theirs);
  const language = shared?.[0];
  if (!language) return weigh('language', weight, 0);
  return weigh(
    'language',
    weight,
    language === known.languages[0] ? 1 : OTHER_LANGUAGE,
    language === 'en' ? null : say('plan-steps.reason.language', { language }),
  );
}

/** Whether one of their hours is one of hers. `theirs` empty, or her grid empty: not known. */
export function hoursTerm(
  known: Known,
  weight: number,
  theirs: Slot[],
  key: 'plan-steps.reason.hours' | 'plan-steps.reason.hours-shared',
): Weighed {
  if (known.free.size === 0 || theirs.length === 0) return weigh('hours', weight, 0);
  const slot = theirs.find((one) => known.free.has(one));
  return slot ? weigh('hours', weight, 1, say(key, readSlot(slot))) : weigh('hours', weight, -1);
}

/** What is free is said to one who named money; to others it is no reason to go. */
export const costTerm = (known: Known, weight: number, cost: 'free' | 'paid' | null): Weighed =>
  weigh(
    'cost',
    weight,
    cost === 'free' ? 1 : cost === 'paid' ? -1 : 0,
    known.topics.has('money') ? say('plan-steps.reason.free') : null,
  );

/** Whether it was made for this: for a situation of hers, or with a topic of hers at the head of its list. */
export function madeTerm(known: Known, weight: number, topics: Topic[]): Weighed {
  const first = topics[0] !== undefined && known.topics.has(topics[0]);
  return weigh('made', weight, sharesSituation(known, topics) ? 1 : first ? HEADS_ITS_LIST : 0);
}
const HEADS_ITS_LIST = 0.3;
