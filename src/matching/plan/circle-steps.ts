import { weighCircle } from '../circle-fit.ts';
import { say } from '../keys.ts';
import type { CircleOption } from '../options.ts';
import type { Known } from '../rules.ts';
import { isForOthers, tie } from '../situations.ts';
import { MOST_OF_A_KIND } from '../weights.ts';
import { type Climb, type Ranked, rank, stepOf } from './ladder.ts';
import { startStep } from './start-circle.ts';
import type { Step } from './step.ts';
import { waitStep } from './wait-for-circle.ts';

type RankedCircle = Ranked<CircleOption>;

/** Circles ranked once; the circle, online and peer ladders all read them. */
export const rankCircles = (known: Known, circles: CircleOption[]): RankedCircle[] =>
  rank(circles, (circle) => (isProposed(known, circle) ? weighCircle(known, circle) : null));

/** A plan proposes no circle that nothing ties her to; where she is, or has asked, she knows why. */
const isProposed = (known: Known, circle: CircleOption): boolean =>
  circle.alreadyMember || circle.requested || (tie(known, circle) >= 0 && !isForOthers(known, circle.topics));

/** Her own circles first, then those that wait for an answer, then the best to join, to be found one, and starting one. */
export function circleLadder(climb: Climb, ranked: RankedCircle[]): Step[] {
  const own = ownCircleSteps(climb, ranked);
  const waiting = ranked.filter(({ option }) => !option.alreadyMember && option.requested);
  // One circle she is in is worth more than another door: nothing new until she has decided about hers.
  const joins =
    own.length > 0
      ? []
      : joinable(climb, ranked)
          .slice(0, ENOUGH)
          .map((one) => joinStep(climb.known, one));
  return [
    ...own,
    ...waiting.map(charterStep),
    ...joins,
    ...(climb.known.seeker.newCircles && own.length === 0
      ? [waitStep(climb.known, ranked.length === 0)]
      : []),
    startStep(climb.known, 'circle', ranked.length === 0),
  ];
}

/** Online circles to join, for the online kind; none while a circle of hers waits for her. */
export function onlineCircleSteps(climb: Climb, ranked: RankedCircle[]): Step[] {
  if (ownCircleSteps(climb, ranked).length > 0) return [];
  const online = joinable(climb, ranked).filter(({ option }) => option.place === 'online');
  return online.slice(0, ENOUGH).map((one): Step => ({ ...joinStep(climb.known, one), kind: 'online' }));
}

/** A plan holds at most two circles to join of each kind; making steps of thousands would be thrown away. */
const ENOUGH = 2 * MOST_OF_A_KIND;

const joinKey = (id: string): string => `circle:join:${id}`;

const joinable = ({ isOpen }: Climb, ranked: RankedCircle[]): RankedCircle[] =>
  ranked.filter(({ id, option }) => !option.alreadyMember && !option.requested && isOpen(joinKey(id)));

function ownCircleSteps({ known, isOpen }: Climb, ranked: RankedCircle[]): Step[] {
  const own = ranked.filter(({ option }) => option.alreadyMember);
  const hellos = own.filter(({ option }) => !option.hasWritten).map((one) => helloStep(known, one));
  const answers = own.map((one) => answerStep(one));
  return [...hellos, ...answers].filter((step) => isOpen(step.key));
}

const about = ({ option, score, fit }: RankedCircle) => ({
  kind: 'circle' as const,
  subjectId: option.id,
  score,
  reasons: fit().reasons,
});

function helloStep(known: Known, ranked: RankedCircle): Step {
  const { id, name } = ranked.option;
  return stepOf({
    ...about(ranked),
    key: `circle:hello:${id}`,
    action: 'say-hello',
    title: say(known.grieving ? 'plan-steps.loss.hello.title' : 'plan-steps.hello.title', { name }),
    firstStep: say(known.grieving ? 'plan-steps.loss.hello.first' : 'plan-steps.hello.first'),
    minutes: 2,
  });
}

function answerStep(ranked: RankedCircle): Step {
  const { id, name } = ranked.option;
  return stepOf({
    ...about(ranked),
    reasons: [say('plan-steps.reason.member'), ...ranked.fit().reasons],
    key: `circle:answer:${id}`,
    action: 'answer-someone',
    title: say('plan-steps.answer.title', { name }),
    firstStep: say('plan-steps.answer.first'),
    minutes: 3,
  });
}

/** Open or by request, it is one step with one key: a door that changes does not bring a declined circle back. */
function joinStep(known: Known, ranked: RankedCircle): Step {
  const { id, name, joining } = ranked.option;
  const open = joining === 'open';
  const openFirst = known.grieving ? 'plan-steps.loss.join.first' : 'plan-steps.join.first';
  return stepOf({
    ...about(ranked),
    key: joinKey(id),
    action: open ? 'join-circle' : 'ask-to-join',
    title: say(open ? 'plan-steps.join.title' : 'plan-steps.request.title', { name }),
    firstStep: say(open ? openFirst : 'plan-steps.request.first'),
    minutes: open ? 3 : 5,
    doableToday: open,
  });
}

function charterStep(ranked: RankedCircle): Step {
  const { id, name } = ranked.option;
  return stepOf({
    ...about(ranked),
    reasons: [say('plan-steps.reason.requested'), ...ranked.fit().reasons],
    key: `circle:charter:${id}`,
    action: 'read-charter',
    title: say('plan-steps.charter.title', { name }),
    firstStep: say('plan-steps.charter.first'),
    minutes: 3,
  });
}
