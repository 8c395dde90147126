import { say } from '../keys.ts';
import type { PlanOptions } from '../options.ts';
import { type Known, know } from '../rules.ts';
import type { Seeker } from '../seeker.ts';
import {
  EASY_MINUTES,
  FEWEST_STEPS,
  FIRST_STEP_MINUTES,
  KIND_NEED,
  MISSING_PEOPLE,
  MOST_OF_A_KIND,
  MOST_STEPS,
  SECOND_STEP_SCORE,
  SUPPORT_NEED,
  THIN_SUPPORT,
  TOPIC_NEED,
} from '../weights.ts';
import { STEP_KINDS, type StepKind } from '../words.ts';
import { circleLadder, rankCircles } from './circle-steps.ts';
import { isOpenOn, remember } from './decisions.ts';
import { familyLadder } from './family-steps.ts';
import type { Climb } from './ladder.ts';
import { withMap } from './map-steps.ts';
import { onlineLadder } from './online-steps.ts';
import { peerLadder } from './peer-steps.ts';
import { professionalLadder } from './professional-steps.ts';
import type { Decisions, Plan, Step } from './step.ts';

type Ladders = Record<StepKind, Step[]>;

/**
 * Her plan: every kind of help, what she needs most first, and at the top something she can do today. The same answers,
 * options and decisions give the same plan, whatever order they come in.
 */
export function makePlan(seeker: Seeker, options: PlanOptions, decisions: Decisions = new Map()): Plan {
  const known = know(seeker);
  const isOpen = isOpenOn(decisions, seeker.today);
  const ladders = openLadders({ known, isOpen }, options);
  const kinds = kindsByNeed(known);
  const steps = startToday(known, choose(kinds, ladders));
  return {
    steps,
    ...remember(decisions, seeker.today),
    setAside: kinds.filter((kind) => !steps.some((step) => step.kind === kind)),
    gentle: known.grieving,
  };
}

function openLadders(climb: Climb, options: PlanOptions): Ladders {
  const circles = rankCircles(climb.known, options.circles);
  const all: Ladders = {
    circle: circleLadder(climb, circles),
    online: onlineLadder(climb, options.online, circles),
    professional: professionalLadder(climb, options.services),
    peer: peerLadder(climb, options.peers, circles),
    family: familyLadder(climb),
  };
  for (const kind of STEP_KINDS)
    all[kind] = withMap(climb, kind, all[kind]).filter((step) => climb.isOpen(step.key));
  return all;
}

/** The kinds of step, the most needed first. */
function kindsByNeed({ seeker }: Known): StepKind[] {
  const need = { ...KIND_NEED };
  const { thinPeople = [], thinSupports = [] } = seeker.carried ?? {};
  const added = [
    ...[...new Set(seeker.supports)].map((support) => SUPPORT_NEED[support]),
    ...[...new Set(seeker.topics)].map((topic) => TOPIC_NEED[topic] ?? {}),
    ...thinPeople.map((kind) => ({ [kind]: MISSING_PEOPLE })),
    ...thinSupports.map((support) => scaled(SUPPORT_NEED[support], THIN_SUPPORT)),
  ];
  for (const more of added) for (const kind of STEP_KINDS) need[kind] += more[kind] ?? 0;
  const written = Object.keys(KIND_NEED) as StepKind[];
  return written.sort((a, b) => need[b] - need[a]);
}

type Need = Partial<Record<StepKind, number>>;
const scaled = (need: Need, by: number): Need =>
  Object.fromEntries(Object.entries(need).map(([kind, much]) => [kind, much * by]));

/** One of each kind, then a few strong second ones; weaker ones only when kinds have run out. */
function choose(kinds: StepKind[], ladders: Ladders): Step[] {
  const chosen: Step[] = [];
  const add = (most: number, fits: (step: Step) => boolean) => {
    for (const kind of kinds) {
      if (chosen.length >= most || chosen.filter((step) => step.kind === kind).length >= MOST_OF_A_KIND)
        continue;
      const next = ladders[kind].find((step) => !chosen.some((other) => isSame(step, other)));
      if (next && fits(next)) chosen.push(next);
    }
  };
  add(MOST_STEPS, () => true);
  add(MOST_STEPS, (step) => step.score >= SECOND_STEP_SCORE && isNews(step, chosen));
  add(FEWEST_STEPS, () => true);
  return chosen;
}

/** About somebody or something that no step speaks of yet. */
const isNews = (step: Step, chosen: Step[]): boolean =>
  step.subjectId !== null && !chosen.some((other) => sameSubject(step, other));

/** One circle is one step, whether to join it from the circle kind or from the online kind, or to write in it. */
const isSame = (a: Step, b: Step): boolean =>
  a.key === b.key || (a.key.startsWith('circle:') && b.key.startsWith('circle:') && sameSubject(a, b));
const sameSubject = (a: Step, b: Step): boolean => a.subjectId !== null && a.subjectId === b.subjectId;

/** Toward somebody in particular, not what is always possible because nothing better was found. */
const isReal = (step: Step): boolean => step.subjectId !== null || step.kind === 'family';

/** Brings what can be done today to the top, short things first; if all must wait, it begins with preparing. */
function startToday(known: Known, steps: Step[]): Step[] {
  const doable = steps.filter((step) => step.doableToday && step.minutes <= FIRST_STEP_MINUTES);
  const easy = doable.filter((step) => step.minutes <= EASY_MINUTES);
  const today = easy.find(isReal) ?? easy[0] ?? doable[0];
  if (today) return [today, ...steps.filter((step) => step !== today)];
  const [first, ...rest] = steps;
  if (!first) return [];
  const prepare = say(known.grieving ? 'plan-steps.loss.prepare.first' : 'plan-steps.prepare.first');
  return [{ ...first, firstStep: prepare, minutes: 5, doableToday: true }, ...rest];
}
