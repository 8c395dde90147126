import { say } from '../keys.ts';
import { weighPeer } from '../option-fits.ts';
import type { CircleOption, PeerOption } from '../options.ts';
import type { Known } from '../rules.ts';
import { isForOthers, sharesTopic } from '../situations.ts';
import { type Climb, type Ranked, rank, stepOf } from './ladder.ts';
import type { Step } from './step.ts';

/** People who have been there, then a question in her own circle, then asking to be a pair. */
export function peerLadder({ known }: Climb, peers: PeerOption[], circles: Ranked<CircleOption>[]): Step[] {
  const people = rank(peers, (peer) => (hasBeenThere(known, peer) ? weighPeer(known, peer) : null));
  const own = circles.filter(({ option }) => option.alreadyMember).map(askCircleStep);
  return [...people.map(peerStep), ...own, pairStep(known)];
}

/** Somebody to talk to has been where she is; to one who named nothing, somebody with no other world of her own. */
function hasBeenThere(known: Known, { experiences }: PeerOption): boolean {
  if (experiences.length === 0 || sharesTopic(known, experiences)) return true;
  return known.topics.size === 0 && !isForOthers(known, experiences);
}

function peerStep({ option, score, fit }: Ranked<PeerOption>): Step {
  return stepOf({
    key: `peer:meet:${option.id}`,
    kind: 'peer',
    action: 'meet-peer',
    subjectId: option.id,
    score,
    title: say('plan-steps.peer.title', { name: option.name }),
    reasons: [...fit().reasons, say('plan-steps.reason.offers')],
    firstStep: say('plan-steps.peer.first'),
    minutes: 5,
    doableToday: false,
  });
}

function askCircleStep({ option, score }: Ranked<CircleOption>): Step {
  return stepOf({
    key: `peer:ask:${option.id}`,
    kind: 'peer',
    action: 'ask-circle',
    subjectId: option.id,
    score,
    title: say('plan-steps.ask-circle.title', { name: option.name }),
    reasons: [say('plan-steps.reason.circle-knows')],
    firstStep: say('plan-steps.ask-circle.first'),
    minutes: 5,
  });
}

function pairStep(known: Known): Step {
  return stepOf({
    key: 'peer:pair',
    kind: 'peer',
    action: 'ask-pair',
    title: say(known.grieving ? 'plan-steps.loss.pair.title' : 'plan-steps.pair.title'),
    reasons: [say('plan-steps.reason.pair')],
    firstStep: say(known.grieving ? 'plan-steps.loss.pair.first' : 'plan-steps.pair.first'),
    minutes: 3,
    doableToday: false,
  });
}
