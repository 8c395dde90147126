import { type BirthWindow, inWindow } from './cohort.ts';
import type { Month, Seeker, Stage } from './seeker.ts';
import type { StageKind, Topic } from './words.ts';

/** A stage she told us of, as it stands today. `ages` are months, both ends included; null: no child to count. */
export interface KnownStage {
  kind: StageKind;
  ages: { from: number; to: number } | null;
  /** The month her child is due, was born or came home; null: not said. */
  month: Month | null;
}

/** What an option says of whom it is for. */
export interface StageLimits {
  stages: StageKind[];
  ageFromMonths?: number | null;
  ageToMonths?: number | null;
  /** A cohort's months. Then they decide, and nothing else does. */
  born?: BirthWindow | null;
}

const CHILD_KINDS: ReadonlySet<StageKind> = new Set(['baby', 'toddler', 'school-age']);
const BABY_KINDS: ReadonlySet<StageKind> = new Set(['baby', 'expecting', 'toddler', 'trying']);
const BABY_TOPICS: ReadonlySet<Topic> = new Set([
  'sleep',
  'feeding',
  'nicu',
  'twins',
  'birth-recovery',
  'pumping-at-work',
]);
const USUAL_AGES = {
  baby: { from: 0, to: 11 },
  toddler: { from: 12, to: 59 },
  'school-age': { from: 60, to: Number.POSITIVE_INFINITY },
};

/** Whole months from 'YYYY-MM' to today; null when either cannot be read. */
export function monthsSince(month: string | null, today: string): number | null {
  const from = /^(\d{4})-(\d{2})/.exec(month ?? '');
  const to = /^(\d{4})-(\d{2})/.exec(today);
  if (!from || !to) return null;
  return (Number(to[1]) - Number(from[1])) * 12 + Number(to[2]) - Number(from[2]);
}

/** Her stages as they are today. "Rather not say" is no answer, and is left out. */
export const knownStages = (seeker: Seeker): KnownStage[] =>
  seeker.stages.flatMap((stage) => stageToday(stage, seeker.today) ?? []);

function stageToday(stage: Stage, today: string): KnownStage | null {
  switch (stage.kind) {
    case 'unsaid':
      return null;
    case 'expecting': {
      // A month past the due month we know nothing any more. Never guess that a baby came.
      const overdue = monthsSince(stage.dueMonth, today);
      return overdue !== null && overdue > 1
        ? null
        : { kind: 'expecting', ages: null, month: stage.dueMonth };
    }
    case 'baby':
    case 'toddler': {
      const born = monthsSince(stage.birthMonth, today);
      if (born === null) return { kind: stage.kind, ages: USUAL_AGES[stage.kind], month: null };
      const months = Math.max(0, born);
      const kind = months < 12 ? 'baby' : months < 60 ? 'toddler' : 'school-age';
      return { kind, ages: { from: months, to: months }, month: stage.birthMonth };
    }
    case 'school-age':
      return { kind: stage.kind, ages: USUAL_AGES[stage.kind], month: null };
    case 'adopting':
      // The child may be of any age.
      return {
        kind: stage.kind,
        ages: { from: 0, to: Number.POSITIVE_INFINITY },
        month: stage.homeMonth ?? null,
      };
    default:
      return { kind: stage.kind, ages: null, month: null };
  }
}

/** Loss is among what she told us, as a stage or as a topic. */
export const isGrieving = (seeker: Seeker): boolean =>
  seeker.stages.some((stage) => stage.kind === 'loss') || seeker.topics.includes('loss');

/** Loss is all that she told us of where she is. */
export const isOnlyGrieving = (seeker: Seeker, stages = knownStages(seeker)): boolean =>
  isGrieving(seeker) && stages.every((stage) => stage.kind === 'loss');

/** Made for loss, whatever else it is made for. */
export const isForLoss = (option: { stages: StageKind[]; topics: Topic[] }): boolean =>
  option.stages.includes('loss') || option.topics.includes('loss');

/** Something made of babies: its stages or topics speak of them. */
export const isAboutBabies = (option: StageLimits & { topics: Topic[] }): boolean =>
  option.stages.some((stage) => BABY_KINDS.has(stage)) ||
  (option.ageFromMonths ?? null) !== null ||
  (option.ageToMonths ?? null) !== null ||
  option.topics.some((topic) => BABY_TOPICS.has(topic));

/**
 * Speaks of what she lost, or may have lost. Where a loss is all she told us of, or she wants to hear of no milestone any
 * more and told of nobody else, that is whatever is made of babies; beside children who live, what is for none of them.
 */
export function isPainful(
  seeker: Seeker,
  option: StageLimits & { topics: Topic[] },
  stages = knownStages(seeker),
): boolean {
  if (isForLoss(option) || !isAboutBabies(option)) return false;
  if (isOnlyGrieving(seeker, stages)) return true;
  if (!seeker.noCohorts && !seeker.stages.some(({ kind }) => kind === 'loss')) return false;
  const living = new Set<StageKind>(stages.map(({ kind }) => kind).filter((kind) => kind !== 'loss'));
  return option.stages.length > 0 ? !option.stages.some((kind) => living.has(kind)) : living.size === 0;
}

/** A topic that reminds of a baby; not said to somebody who told us of a loss alone. */
export const isBabyTopic = (topic: Topic): boolean => BABY_TOPICS.has(topic);

const RANKS: Partial<Record<StageKind, number>> = {
  trying: 0,
  expecting: 1,
  baby: 2,
  toddler: 3,
  'school-age': 4,
  // A road of its own: near nothing but itself.
  adopting: 100,
};
/** Where a stage stands on the way from wishing to school; undefined where there is no such place. */
export const stageRank = (kind: StageKind): number | undefined => RANKS[kind];

/** How close one of her stages is: 'outside', 'kind' (named), 'ages' (a birth month within), or 'open' (not said). */
export function stageCloseness(
  stages: KnownStage[],
  limits: StageLimits,
): 'outside' | 'open' | 'kind' | 'ages' {
  const aged = (limits.ageFromMonths ?? null) !== null || (limits.ageToMonths ?? null) !== null;
  if (limits.born) return monthCloseness(stages, limits, limits.born);
  if (stages.length === 0 || (limits.stages.length === 0 && !aged)) return 'open';
  let best: 'outside' | 'open' | 'kind' | 'ages' = 'outside';
  for (const stage of stages) {
    const close = oneStage(stage, limits, aged);
    if (close === 'ages') return 'ages';
    if (close === 'kind' || best === 'outside') best = close;
  }
  return best;
}

/** A cohort is for its months: any child of hers will do. Where she named no month, her stage says whether it may fit. */
function monthCloseness(stages: KnownStage[], { stages: named }: StageLimits, born: BirthWindow) {
  const months = stages.flatMap(({ month }) => month ?? []);
  if (months.some((month) => inWindow(month, born))) return 'ages';
  const unsaid = stages.filter(({ month }) => month === null);
  if (unsaid.some(({ kind }) => named.includes(kind))) return 'kind';
  return stages.length === 0 || unsaid.some(({ kind }) => kind === 'adopting') ? 'open' : 'outside';
}

function oneStage(stage: KnownStage, limits: StageLimits, aged: boolean) {
  const named = limits.stages.includes(stage.kind);
  if (!stage.ages) return named ? 'kind' : 'outside';
  if (!aged) return named ? 'kind' : 'outside';
  const within =
    stage.ages.to >= (limits.ageFromMonths ?? 0) &&
    stage.ages.from <= (limits.ageToMonths ?? Number.POSITIVE_INFINITY);
  if (!within) return 'outside';
  if (stage.kind === 'adopting') return named ? 'kind' : limits.stages.length === 0 ? 'open' : 'outside';
  // "Babies to 18 months" takes in a child of 13 months, who is a toddler by our buckets.
  const children = limits.stages.length === 0 || limits.stages.some((kind) => CHILD_KINDS.has(kind));
  if (!named && !children) return 'outside';
  return stage.ages.from === stage.ages.to ? 'ages' : 'kind';
}
