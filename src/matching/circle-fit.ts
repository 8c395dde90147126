import { type Fit, fitOf, type Weighed, weigh } from './fit.ts';
import { slotsAt, zoneShift } from './hours.ts';
import { say } from './keys.ts';
import type { CircleOption } from './options.ts';
import { amongBabies, faithForbids, type Known, know, noCommonLanguage, tooFar } from './rules.ts';
import type { Seeker } from './seeker.ts';
import { tie } from './situations.ts';
import { stageCloseness } from './stages.ts';
import { costTerm, distanceTerm, hoursTerm, languageTerm, stageTerm, topicsTerm } from './terms.ts';
import { CIRCLE_WEIGHTS as W } from './weights.ts';
import type { Slot } from './words.ts';

/** How a circle suits her; null when a hard rule is broken. For many circles make one `circleFitter`. */
export const circleFit = (seeker: Seeker, circle: CircleOption): Fit | null => circleFitter(seeker)(circle);

/** circleFit with her side worked out once. */
export function circleFitter(seeker: Seeker): (circle: CircleOption) => Fit | null {
  const known = know(seeker);
  return (circle) => {
    const weighed = weighCircle(known, circle);
    return weighed && fitOf(weighed);
  };
}

/** The terms of a circle for her; null when a hard rule is broken. */
export const weighCircle = (known: Known, circle: CircleOption): Weighed[] | null =>
  isForbidden(known, circle) ? null : circleTerms(known, circle);

function isForbidden(known: Known, circle: CircleOption): boolean {
  const shut = circle.spacesLeft !== null && circle.spacesLeft <= 0;
  return (
    (!circle.alreadyMember && (shut || circle.joining === 'private')) ||
    noCommonLanguage(known, circle.languages) ||
    stageCloseness(known.stages, circle) === 'outside' ||
    (circle.cohort && (known.grieving || known.seeker.noCohorts === true)) ||
    amongBabies(known, circle) ||
    (known.onlyGrieving && hasBabies(circle)) ||
    faithForbids(known, circle.faith) ||
    (circle.place === 'in-person' && tooFar(known, circle))
  );
}

/** In a circle, unlike in a service, the babies of the others are in the room, even where loss is welcome too. */
const hasBabies = (circle: CircleOption): boolean =>
  circle.stages.includes('baby') ||
  circle.stages.includes('expecting') ||
  circle.ageFromMonths !== null ||
  circle.ageToMonths !== null;

function circleTerms(known: Known, circle: CircleOption): Weighed[] {
  return [
    stageTerm(known, W.stage, circle, 'plan-steps.loss.reason.circle'),
    topicsTerm(known, W.topics, circle.topics, 'plan-steps.reason.topics'),
    weigh('tie', W.tie, tie(known, circle)),
    placeTerm(known, circle),
    hoursTerm(known, W.hours, circleSlots(known, circle), 'plan-steps.reason.hours'),
    languageTerm(known, W.language, circle.languages),
    formatTerm(known, circle),
    weigh('faith', W.faith, circle.faith === null ? 0 : 1, say('plan-steps.reason.faith')),
    weigh('active', W.active, yesNo(circle.active), say('plan-steps.reason.active')),
    childcareTerm(known, circle),
    weigh(
      'joining',
      W.joining,
      circle.joining === 'open' ? 1 : 0,
      circle.alreadyMember ? null : say('plan-steps.reason.open'),
    ),
    costTerm(known, W.cost, circle.cost),
    weigh(
      'hosted',
      W.hosted,
      circle.facilitatorName ? 1 : 0,
      say('plan-steps.reason.facilitator', { name: circle.facilitatorName ?? '' }),
    ),
  ];
}

const yesNo = (answer: boolean | null): number => (answer === null ? 0 : answer ? 1 : -1);

/** Distance where both points are known; else whether the regions agree, where both are known. */
function placeTerm(known: Known, circle: CircleOption): Weighed {
  const measured = distanceTerm(known, W.distance, circle, circle.place);
  const region = known.seeker.place?.region;
  const unmeasured = known.seeker.place?.latitude == null || circle.latitude === null;
  if (circle.place === 'online' || !unmeasured || !region || !circle.region) return measured;
  const same = region.toLowerCase() === circle.region.toLowerCase();
  if (same) return weigh('distance', W.distance, SAME_REGION, say('plan-steps.reason.same-region'));
  return weigh('distance', W.distance, circle.place === 'both' ? 0 : -1);
}
/** The same region may still be hours away. */
const SAME_REGION = 0.2;

function circleSlots(known: Known, circle: CircleOption): Slot[] {
  if (circle.weekday === null || circle.startTime === null) return [];
  const shift = zoneShift(circle.timeZone, known.seeker.timeZone, known.seeker.today);
  return slotsAt(circle.weekday, circle.startTime, shift);
}

function formatTerm(known: Known, circle: CircleOption): Weighed {
  const wish = known.seeker.meets ?? 'both';
  if (wish === 'both') return weigh('format', W.format, 0);
  const suits = circle.place === wish || circle.place === 'both';
  return weigh(
    'format',
    W.format,
    suits ? 1 : -1,
    wish === 'online' ? say('plan-steps.reason.online') : null,
  );
}

/** Childcare on site: a help to everyone who has a child, a need for one who said so. Online it does not arise. */
function childcareTerm(known: Known, circle: CircleOption): Weighed {
  const idle = known.onlyGrieving || circle.place === 'online' || circle.childcare === null;
  if (idle) return weigh('childcare', W.childcare, 0);
  const missing = known.seeker.needsChildcare ? -1 : 0;
  const reason = known.grieving ? null : say('plan-steps.reason.childcare');
  return weigh('childcare', W.childcare, circle.childcare ? 1 : missing, reason);
}
