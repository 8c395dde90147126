import { type Known, know } from './rules.ts';
import type { Seeker } from './seeker.ts';
import { type StageLimits, stageCloseness } from './stages.ts';
import type { Topic } from './words.ts';

/** Lived through, not chosen from a list: what is made for one of these is for those who are in it. */
export const SITUATIONS: ReadonlySet<Topic> = new Set([
  'nicu',
  'twins',
  'single-parenting',
  'down-syndrome',
  'additional-needs',
  'returning-to-work',
  'working-from-home',
  'pumping-at-work',
  'self-employment',
  'adoption',
  'loss',
  'lgbtq',
]);

const isHers = (known: Known, topic: Topic): boolean =>
  known.topics.has(topic) ||
  (topic === 'loss' && known.grieving) ||
  (topic === 'adoption' && known.stages.some((stage) => stage.kind === 'adopting'));

/** She is in the situation that something is made for. */
export const sharesSituation = (known: Known, topics: Topic[]): boolean =>
  topics.some((topic) => SITUATIONS.has(topic) && isHers(known, topic));

/** Made for a situation that is not hers, as far as she told us. */
export const isForOthers = (known: Known, topics: Topic[]): boolean =>
  topics.some((topic) => SITUATIONS.has(topic)) && !sharesSituation(known, topics);

/** The same for a list: which of many are made for somebody else's situation. Her side is worked out once. */
export function othersFilter(seeker: Seeker): (topics: Topic[]) => boolean {
  const known = know(seeker);
  return (topics) => isForOthers(known, topics);
}

/** At least one of its subjects is hers. */
export const sharesTopic = (known: Known, topics: Topic[]): boolean =>
  topics.some((topic) => isHers(known, topic));

interface Made extends StageLimits {
  topics: Topic[];
  languages: string[];
}

/** What ties her to it: a situation of hers (1); nothing, or somebody else's situation (-1). She said nothing: 0. */
export function tie(known: Known, made: Made): number {
  if (sharesSituation(known, made.topics)) return 1;
  if (known.topics.size + known.stages.length === 0) return 0;
  return isForOthers(known, made.topics) || !hasSomethingOfHers(known, made) ? -1 : 0;
}

/** A subject, a stage or a mother tongue in common; what names no subject is for anyone, and no language may be hers. */
function hasSomethingOfHers(known: Known, made: Made): boolean {
  const [first] = known.languages;
  const spoken = made.languages.length === 0 || made.languages.includes(first ?? '');
  const tongue = first !== undefined && first !== 'en' && spoken;
  const stage = stageCloseness(known.stages, made);
  const near = stage === 'kind' || stage === 'ages';
  return made.topics.length === 0 || near || tongue || sharesTopic(known, made.topics);
}
