import { milesBetween } from '../distance.ts';
import { type Weighed, weigh } from '../fit.ts';
import { readSlot } from '../hours.ts';
import { say } from '../keys.ts';
import { type Known, sharedLanguages } from '../rules.ts';
import { isGrieving } from '../stages.ts';
import { inMiles, KM_PER_MILE, languageTerm, topicsValue } from '../terms.ts';
import { HELP_MILES, OFFER_WEIGHTS as W } from '../weights.ts';
import type { Asked, Offered } from './ask.ts';
import { hourInCommon, needsRoad } from './rules.ts';

const KINDS = {
  emotional: say('asks.reason.emotional'),
  practical: say('asks.reason.practical'),
  informational: say('asks.reason.informational'),
} as const;

/**
 * How well an offer answers an ask, and what is said for it to whoever offers. Nothing in it names what the other told us
 * of herself: it is read before she has said yes.
 */
export function offerTerms(asker: Known, ask: Asked, offer: Offered): Weighed[] {
  const exact = ask.thing !== null && offer.things.includes(ask.thing);
  return [
    weigh('thing', W.thing, exact ? 1 : 0, ask.thing && say('asks.reason.thing', { thing: ask.thing })),
    weigh('kind', W.kind, 1, exact || offer.offerId === null ? null : KINDS[ask.kind]),
    weigh('volunteer', W.volunteer, offer.offerId === null ? 1 : 0, say('asks.reason.volunteer')),
    hoursTerm(ask, offer),
    distanceTerm(ask, offer),
    spokenTerm(asker, offer),
    weigh('experience', W.experience, experience(asker, ask, offer)),
  ];
}

/** Whole miles, never under one: exact distances from three places would give away a home. */
export function roundedMiles(ask: Asked, offer: Offered): number | null {
  const miles = milesBetween(ask.self.place, offer);
  return miles === null ? null : Math.max(1, Math.round(miles));
}

function hoursTerm(ask: Asked, offer: Offered): Weighed {
  const slot = hourInCommon(ask, offer);
  return slot
    ? weigh('hours', W.hours, 1, say('asks.reason.hours', readSlot(slot)))
    : weigh('hours', W.hours, 0);
}

/** 1 at the door, 0 at the end of her way. From afar there is no road: half-way, so that somebody near goes first. */
function distanceTerm(ask: Asked, offer: Offered): Weighed {
  if (!needsRoad(ask, offer)) return weigh('distance', W.distance, FROM_AFAR, say('asks.reason.online'));
  const miles = milesBetween(ask.self.place, offer);
  if (miles === null) return weigh('distance', W.distance, 0);
  const near = Math.max(0, 1 - miles / (offer.maxMiles ?? HELP_MILES));
  const rounded = Math.max(1, Math.round(miles));
  const reason = inMiles(ask.self.place?.country)
    ? say('asks.reason.distance', { miles: rounded })
    : say('asks.reason.distance-km', { km: Math.max(1, Math.round(miles * KM_PER_MILE)) });
  return weigh('distance', W.distance, near, reason);
}
const FROM_AFAR = 0.5;

function spokenTerm(asker: Known, offer: Offered): Weighed {
  const { value } = languageTerm(asker, W.language, offer.languages);
  const language = sharedLanguages(asker.languages, offer.languages)?.[0];
  const said = language && language !== 'en' ? say('asks.reason.language', { language }) : null;
  return weigh('language', W.language, value, said);
}

/** Has been there: of weight for an ear and an answer. It is never said, and never counts against. */
function experience(asker: Known, ask: Asked, { self }: Offered): number {
  if (ask.kind === 'practical') return 0;
  if (asker.grieving && isGrieving(self)) return 1;
  return Math.max(0, topicsValue(asker, self.topics).value);
}
