import { say } from '../keys.ts';
import { weighOnline } from '../option-fits.ts';
import type { CircleOption, OnlineOption } from '../options.ts';
import { sharesTopic } from '../situations.ts';
import { onlineCircleSteps } from './circle-steps.ts';
import { type Climb, type Ranked, rank, stepOf } from './ladder.ts';
import { startStep } from './start-circle.ts';
import type { Step } from './step.ts';

/** Communities about what she named, then online circles here, then other communities, then starting one. */
export function onlineLadder(climb: Climb, online: OnlineOption[], circles: Ranked<CircleOption>[]): Step[] {
  const ranked = rank(online, (option) => weighOnline(climb.known, option));
  const hers = ranked.filter(({ option }) => sharesTopic(climb.known, option.topics));
  const others = ranked.filter((one) => !hers.includes(one));
  const here = onlineCircleSteps(climb, circles);
  return [
    ...hers.map(onlineStep),
    ...here,
    ...others.map(onlineStep),
    startStep(climb.known, 'online', false),
  ];
}

function onlineStep({ option, score, fit }: Ranked<OnlineOption>): Step {
  return stepOf({
    key: `online:open:${option.id}`,
    kind: 'online',
    action: 'open-online',
    subjectId: option.id,
    score,
    title: say('plan-steps.online.title', { name: option.name }),
    reasons: fit().reasons,
    firstStep: say('plan-steps.online.first'),
    minutes: 5,
  });
}
