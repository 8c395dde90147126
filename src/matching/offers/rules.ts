import { shiftSlots, zoneShift } from '../hours.ts';
import { isSpared } from '../listeners.ts';
import { type Known, noCommonLanguage, tooFar } from '../rules.ts';
import { isGrieving } from '../stages.ts';
import { HELP_MILES } from '../weights.ts';
import type { HelpLimit, HelpThing, Slot } from '../words.ts';
import type { Asked, Offered } from './ask.ts';

const WITH_CHILDREN: ReadonlySet<HelpThing> = new Set(['childcare', 'sleep-hour']);
const INSIDE: ReadonlySet<HelpThing> = new Set(['childcare', 'sleep-hour', 'laundry', 'company']);

/** Whether somebody may be asked at all. What either did not say shuts no door. */
export function mayBeIntroduced(asker: Known, ask: Asked, offer: Offered): boolean {
  if (!offer.may || offer.declined || offer.spacesLeft <= 0) return false;
  if (offer.kind !== ask.kind || !offersThing(ask, offer)) return false;
  if (noCommonLanguage(asker, offer.languages)) return false;
  if (needsRoad(ask, offer) && tooFar({ ...asker, limitMiles: offer.maxMiles ?? HELP_MILES }, offer))
    return false;
  return (
    atHerHours(ask, offer) &&
    !offer.notFor.some((limit) => touches(ask, asker, limit)) &&
    !hurts(asker, ask, offer)
  );
}

/** Hands need a road; an ear and an answer only where she does not listen from afar. */
export const needsRoad = (ask: Asked, offer: Offered): boolean => ask.kind === 'practical' || !offer.online;

const offersThing = (ask: Asked, { things }: Offered): boolean =>
  ask.thing === null || things.length === 0 || things.includes(ask.thing);

/** Her square of the week that the time asked for falls into, as she wrote it. */
export const hourInCommon = (ask: Asked, { free, self }: Offered): Slot | undefined => {
  const shift = zoneShift(self.timeZone ?? null, ask.self.timeZone, ask.self.today);
  return free.find((slot) => shiftSlots([slot], shift).some((there) => ask.slots.includes(there)));
};

/** Who said when is asked for nothing else; who is asleep is not woken for something now, unless she offered this hour. */
function atHerHours(ask: Asked, offer: Offered): boolean {
  const shared = hourInCommon(ask, offer) !== undefined;
  if (ask.slots.length > 0 && offer.free.length > 0 && !shared) return false;
  return ask.needed !== 'now' || !offer.asleep || shared;
}

function touches(ask: Asked, asker: Known, limit: HelpLimit): boolean {
  switch (limit) {
    case 'children':
      return ask.thing !== null && WITH_CHILDREN.has(ask.thing);
    case 'homes':
      return !ask.noVisits && ask.thing !== null && INSIDE.has(ask.thing);
    case 'nights':
      return ask.slots.length > 0 && ask.slots.every((slot) => slot.endsWith('-night'));
    case 'loss':
      return asker.grieving;
  }
}

/** Nobody is sent to where what she lost is spoken of; and who listens to grief has been there, or did not say. */
function hurts(asker: Known, ask: Asked, { self }: Offered): boolean {
  const hers = { stages: asker.stages.map(({ kind }) => kind), topics: asker.seeker.topics };
  if (isSpared(self, hers)) return true;
  const said = self.topics.length > 0 || self.stages.some(({ kind }) => kind !== 'unsaid');
  return ask.kind === 'emotional' && asker.onlyGrieving && said && !isGrieving(self);
}
