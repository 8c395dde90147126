import { say } from '../keys.ts';
import type { Known } from '../rules.ts';
import { stepOf } from './ladder.ts';
import type { Step } from './step.ts';

/** Where circles are made from a waiting list: be found one. It asks less of a tired woman than to begin one herself. */
export function waitStep(known: Known, noneNear: boolean): Step {
  const { grieving } = known;
  const none = grieving ? 'plan-steps.loss.reason.none-yet' : 'plan-steps.reason.none-yet';
  return stepOf({
    key: 'circle:wait',
    kind: 'circle',
    action: 'wait-for-circle',
    title: say(grieving ? 'plan-steps.loss.wait.title' : 'plan-steps.wait.title'),
    reasons: [...(noneNear ? [say(none)] : []), say('plan-steps.reason.new-circles')],
    firstStep: say(grieving ? 'plan-steps.loss.wait.first' : 'plan-steps.wait.first'),
    minutes: 3,
  });
}
