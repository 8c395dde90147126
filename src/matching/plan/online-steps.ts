import { say } from '../keys.ts';
import { weighOnline } from '../option-fits.ts';
import type { CircleOption, OnlineOption } from '../options.ts';
import { onlineCircleSteps } from './circle-steps.ts';
import { type Climb, type Ranked, rank, stepOf } from './ladder.ts';
import { startStep } from './start-circle.ts';
import type { Step } from './step.ts';

/** Communities open at any hour, then online circles here, then starting one online. */
export function onlineLadder(climb: Climb, online: OnlineOption[], circles: Ranked<CircleOption>[]): Step[] {
  const communities = rank(online, (option) => weighOnline(climb.known, option)).map(onlineStep);
  const here = onlineCircleSteps(climb, circles);
  return [...communities, ...here, startStep(climb.known, 'online', false)];
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
