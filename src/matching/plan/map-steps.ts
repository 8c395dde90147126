import { type Message, say } from '../keys.ts';
import type { Known } from '../rules.ts';
import { MOST_REASONS, SUPPORT_NEED } from '../weights.ts';
import type { StepKind, Support } from '../words.ts';
import { type Climb, stepOf } from './ladder.ts';
import type { Step } from './step.ts';

/** A ladder with what her map adds to it: somebody who has gone quiet, and why a kind comes up. */
export function withMap({ known, isOpen }: Climb, kind: StepKind, ladder: Step[]): Step[] {
  const quiet = quietStep(known, kind);
  const reason = reasonOf(known, kind);
  const told = reason ? withReason(ladder, reason, (step) => isOpen(step.key)) : ladder;
  return quiet ? [...told.slice(0, 1), quiet, ...told.slice(1)] : told;
}

/** What her map says for a kind: that she has nobody of it, to whom she only gives, or what hardly anybody brings. */
function reasonOf({ seeker: { carried } }: Known, kind: StepKind): Message | null {
  if (!carried) return null;
  if (carried.thinPeople.includes(kind)) return say('plan-steps.reason.map-missing');
  const taker = carried.takes.find(({ people }) => people === kind);
  if (taker) return say('plan-steps.reason.map-takes', { name: taker.name });
  const thin = carried.thinSupports.find((support) => comesMostFrom(support) === kind);
  return thin ? say(`plan-steps.reason.map-thin.${thin}`) : null;
}

const comesMostFrom = (support: Support): StepKind => {
  const needs = Object.entries(SUPPORT_NEED[support]) as [StepKind, number][];
  return needs.sort(([, a], [, b]) => b - a)[0]![0];
};

/** Said of the first step that will be shown; the last of its own reasons makes room. */
function withReason(ladder: Step[], reason: Message, isShown: (step: Step) => boolean): Step[] {
  const first = ladder.find(isShown);
  return ladder.map((step) =>
    step === first ? { ...step, reasons: [...step.reasons.slice(0, MOST_REASONS - 1), reason] } : step,
  );
}

/**
 * One of family, friends or peers who has not been heard of for a while. The title names nobody: it is kept with her
 * decision, and who stands on her map is kept nowhere but there.
 */
function quietStep({ seeker, grieving }: Known, kind: StepKind): Step | null {
  if (kind !== 'family' && kind !== 'peer') return null;
  const tie = seeker.carried?.quiet.find(({ people }) => people === kind);
  if (!tie) return null;
  const { name, days } = tie;
  return stepOf({
    key: `tie:quiet:${tie.id}`,
    kind,
    action: 'reach-tie',
    subjectId: tie.id,
    title: say(grieving ? 'plan-steps.loss.tie.title' : 'plan-steps.tie.title'),
    reasons: [
      grieving
        ? say('plan-steps.loss.reason.map-quiet', { name })
        : say('plan-steps.reason.map-quiet', { name, weeks: Math.max(1, Math.floor(days / 7)) }),
    ],
    firstStep: say(grieving ? 'plan-steps.loss.tie.first' : 'plan-steps.tie.first'),
    minutes: 3,
    score: QUIET_SCORE,
  });
}
/** Good enough to stand second of its kind. */
const QUIET_SCORE = 0.7;
