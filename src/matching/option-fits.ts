import { type Weighed, weigh } from './fit.ts';
import { shiftSlots, zoneShift } from './hours.ts';
import { say } from './keys.ts';
import type { OnlineOption, PeerOption, ServiceOption } from './options.ts';
import { amongBabies, type Known, noCommonLanguage, tooFar } from './rules.ts';
import { monthsSince, stageCloseness } from './stages.ts';
import { costTerm, distanceTerm, hoursTerm, languageTerm, madeTerm, stageTerm, topicsTerm } from './terms.ts';
import { ONLINE_WEIGHTS, PEER_WEIGHTS, SERVICE_WEIGHTS } from './weights.ts';

/** The terms of a peer for her; null when a hard rule is broken. */
export function weighPeer(known: Known, peer: PeerOption): Weighed[] | null {
  // To somebody grieving, one who has been there must have been there. Not said is not the same as no.
  const elsewhere = known.onlyGrieving && peer.experiences.length > 0 && !peer.experiences.includes('loss');
  const full = peer.spacesLeft !== null && peer.spacesLeft <= 0;
  const far = !peer.online && tooFar(known, peer);
  if (peer.blocked || peer.requested || full || far || elsewhere) return null;
  if (noCommonLanguage(known, peer.languages)) return null;
  const shift = zoneShift(peer.timeZone, known.seeker.timeZone, known.seeker.today);
  const W = PEER_WEIGHTS;
  return [
    experienceTerm(known, peer),
    hoursTerm(known, W.hours, shiftSlots(peer.free, shift), 'plan-steps.reason.hours-shared'),
    languageTerm(known, W.language, peer.languages),
    distanceTerm(known, W.distance, peer, peer.online ? 'both' : 'in-person'),
    weigh('trained', W.trained, peer.trained ? 1 : 0, say('plan-steps.reason.trained')),
  ];
}

function experienceTerm(known: Known, peer: PeerOption): Weighed {
  const weight = PEER_WEIGHTS.experience;
  if (known.grieving && peer.experiences.includes('loss')) {
    return weigh('experience', weight, 1, say('plan-steps.loss.reason.peer'));
  }
  return topicsTerm(known, weight, peer.experiences, 'plan-steps.reason.experience');
}

/** The terms of a service or helpline for her; null when it does not serve her. */
export function weighService(known: Known, service: ServiceOption): Weighed[] | null {
  if (!servesHer(known, service)) return null;
  const W = SERVICE_WEIGHTS;
  return [
    serviceTopics(known, service),
    madeTerm(known, W.made, service.topics),
    weigh('local', W.local, service.source === 'directory' ? 1 : 0),
    stageTerm(known, W.stage, service, 'plan-steps.loss.reason.service'),
    serviceDistance(known, service),
    languageTerm(known, W.language, service.languages),
    openingTerm(known, service),
    weigh('hours', W.hours, service.alwaysOpen ? 1 : 0, say('plan-steps.reason.any-hour')),
    costTerm(known, W.cost, service.cost),
  ];
}

/** A helpline for low mood says more than that it has a subject in common. */
function serviceTopics(known: Known, { topics, helpline }: ServiceOption): Weighed {
  const shared = topicsTerm(known, SERVICE_WEIGHTS.topics, topics, 'plan-steps.reason.topics');
  const lowMood = helpline && known.topics.has('low-mood') && topics.includes('low-mood');
  return lowMood ? { ...shared, reason: say('plan-steps.reason.low-mood') } : shared;
}

/** By telephone or video counts as near; a door she can walk to is said first. A helpline needs no word of it. */
function serviceDistance(known: Known, service: ServiceOption): Weighed {
  const weight = SERVICE_WEIGHTS.distance;
  const road = distanceTerm(known, weight, service, 'in-person');
  if (!service.remote) return road;
  const remote = service.helpline ? null : say('plan-steps.reason.remote');
  return weigh('distance', weight, 1, road.reason ?? remote);
}

const differ = (a: string | null | undefined, b: string | null): boolean =>
  Boolean(a && b && a.toLowerCase() !== b.toLowerCase());

function servesHer(known: Known, service: ServiceOption): boolean {
  const place = known.seeker.place;
  // A counsellor across the state line may be the nearest; a line that serves one region is not hers in another.
  const measured = !service.remote && place?.latitude != null && service.latitude !== null;
  const elsewhere =
    differ(place?.country, service.country) || (!measured && differ(place?.region, service.region));
  return !(
    elsewhere ||
    (!service.remote && tooFar(known, service)) ||
    noCommonLanguage(known, service.languages) ||
    stageCloseness(known.stages, service) === 'outside' ||
    amongBabies(known, service)
  );
}

/** An opening confirmed this month is one; after three months it is a memory. */
function openingTerm(known: Known, service: ServiceOption): Weighed {
  const weight = SERVICE_WEIGHTS.opening;
  const months = monthsSince(service.openingsKnown, known.seeker.today);
  if (months === null || service.openingsKnown === null) return weigh('opening', weight, 0);
  const value = months <= 1 ? 1 : months <= 3 ? 0.4 : 0;
  return weigh('opening', weight, value, say('plan-steps.reason.openings', { date: service.openingsKnown }));
}

/** The terms of an online community for her; null when it is not for her. */
export function weighOnline(known: Known, option: OnlineOption): Weighed[] | null {
  if (differ(known.seeker.place?.country, option.country)) return null;
  if (noCommonLanguage(known, option.languages)) return null;
  if (stageCloseness(known.stages, option) === 'outside' || amongBabies(known, option)) return null;
  const W = ONLINE_WEIGHTS;
  return [
    topicsTerm(known, W.topics, option.topics, 'plan-steps.reason.topics'),
    madeTerm(known, W.made, option.topics),
    stageTerm(known, W.stage, option, 'plan-steps.loss.reason.circle'),
    languageTerm(known, W.language, option.languages),
    weigh('moderated', W.moderated, option.moderated ? 1 : 0, say('plan-steps.reason.moderated')),
    costTerm(known, W.cost, option.cost),
  ];
}
