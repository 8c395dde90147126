import { say } from '../keys.ts';
import { weighService } from '../option-fits.ts';
import type { ServiceOption } from '../options.ts';
import type { Known } from '../rules.ts';
import { isForOthers, sharesTopic } from '../situations.ts';
import { MOST_HELPLINES } from '../weights.ts';
import { type Climb, type Ranked, rank, stepOf } from './ladder.ts';
import type { Step } from './step.ts';

/**
 * Somebody for what she named, then her own doctor, then the help page; services about other things only after that.
 * A helpline is always at hand elsewhere, so it is one step at most, and the second: after a person who can see her.
 * With low mood it follows the first person at once.
 */
export function professionalLadder({ known }: Climb, services: ServiceOption[]): Step[] {
  const ranked = rank(services, (service) => weighService(known, service));
  const isHers = ({ option }: RankedService) =>
    option.topics.length === 0 || sharesTopic(known, option.topics);
  const people = ranked.filter(({ option }) => !option.helpline);
  const hers = people.filter(isHers).map(serviceStep);
  const lines = ranked.filter((one) => one.option.helpline && isHers(one)).slice(0, MOST_HELPLINES);
  const line = lines.map(lineStep);
  const others = people.filter((one) => !isHers(one) && !isForOthers(known, one.option.topics));
  const doctor = doctorStep(known);
  const begun = known.topics.has('low-mood')
    ? lineSecond([...hers, doctor], line)
    : [...hers, ...line, doctor];
  return [...begun, helpStep(), ...others.map(serviceStep)];
}

type RankedService = Ranked<ServiceOption>;

const lineSecond = ([first, ...rest]: Step[], line: Step[]): Step[] =>
  first ? [first, ...line, ...rest] : line;

function lineStep({ option: { id, name }, score, fit }: RankedService): Step {
  return stepOf({
    key: `professional:helpline:${id}`,
    kind: 'professional',
    action: 'call-helpline',
    subjectId: id,
    score,
    title: say('plan-steps.helpline.title', { name }),
    reasons: fit().reasons,
    firstStep: say('plan-steps.helpline.first'),
    minutes: 1,
  });
}

/** A service near her is called in its hours; a national list to look for one in is open at any hour. */
function serviceStep({ option: { id, name, source }, score, fit }: RankedService): Step {
  const list = source === 'national';
  return stepOf({
    key: `professional:service:${id}`,
    kind: 'professional',
    action: 'call-service',
    subjectId: id,
    score,
    title: say(list ? 'plan-steps.find.title' : 'plan-steps.service.title', { name }),
    reasons: fit().reasons,
    firstStep: say(list ? 'plan-steps.find.first' : 'plan-steps.service.first'),
    minutes: 10,
    doableToday: list,
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
