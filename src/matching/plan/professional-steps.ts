import { say } from '../keys.ts';
import { weighService } from '../option-fits.ts';
import type { ServiceOption } from '../options.ts';
import type { Known } from '../rules.ts';
import { type Climb, type Ranked, rank, stepOf } from './ladder.ts';
import type { Step } from './step.ts';

/** Services that fit; with low mood the helplines before all. Then her own doctor, then the help page. */
export function professionalLadder({ known }: Climb, services: ServiceOption[]): Step[] {
  const ranked = rank(services, (service) => weighService(known, service));
  const first = (one: Ranked<ServiceOption>) => known.topics.has('low-mood') && one.option.helpline;
  const ordered = [...ranked.filter(first), ...ranked.filter((one) => !first(one))];
  return [...ordered.map(serviceStep), doctorStep(known), helpStep()];
}

function serviceStep({ option, score, fit }: Ranked<ServiceOption>): Step {
  const { id, name, helpline } = option;
  return stepOf({
    key: `professional:${helpline ? 'helpline' : 'service'}:${id}`,
    kind: 'professional',
    action: helpline ? 'call-helpline' : 'call-service',
    subjectId: id,
    score,
    title: say(helpline ? 'plan-steps.helpline.title' : 'plan-steps.service.title', { name }),
    reasons: fit().reasons,
    firstStep: say(helpline ? 'plan-steps.helpline.first' : 'plan-steps.service.first'),
    minutes: helpline ? 1 : 10,
    // A number is kept at any hour; an office has hours of its own.
    doableToday: helpline,
  });
}

function doctorStep(known: Known): Step {
  const lowMood = known.topics.has('low-mood') ? [say('plan-steps.reason.low-mood')] : [];
  const reason = say(known.grieving ? 'plan-steps.loss.reason.doctor' : 'plan-steps.reason.doctor');
  return stepOf({
    key: 'professional:doctor',
    kind: 'professional',
    action: 'ask-doctor',
    title: say(known.grieving ? 'plan-steps.loss.doctor.title' : 'plan-steps.doctor.title'),
    reasons: [...lowMood, reason],
    firstStep: say(known.grieving ? 'plan-steps.loss.doctor.first' : 'plan-steps.doctor.first'),
    minutes: 5,
  });
}

const helpStep = (): Step =>
  stepOf({
    key: 'professional:help-now',
    kind: 'professional',
    action: 'open-help',
    title: say('plan-steps.help-now.title'),
    reasons: [say('plan-steps.reason.help-now')],
    firstStep: say('plan-steps.help-now.first'),
    minutes: 1,
  });
