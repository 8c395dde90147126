import { isBabyTopic } from '../stages.ts';
import { STAGE_KINDS, type StageKind, TOPICS, type Topic } from '../words.ts';
import { type Hers, topicBits } from './sides.ts';
import { SHARED_BY } from './weights.ts';

/** What enough of a circle share for it to be named without anybody being found out, most shared first. */
export function sharedTopics(hers: readonly Hers[]): { topic: Topic; count: number }[] {
  // Where somebody grieves, nothing that speaks of babies is said of the circle.
  const isSpared = hers.some(({ known }) => known.grieving);
  return TOPICS.filter((topic) => !isSpared || !isBabyTopic(topic))
    .map((topic) => ({ topic, count: hers.filter(({ has }) => (has & topicBits([topic])) !== 0).length }))
    .filter(({ count }) => count >= SHARED_BY)
    .sort((a, b) => b.count - a.count || TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic));
}

/** Stages that enough of them are at. */
export function sharedStages(hers: readonly Hers[]): { stage: StageKind; count: number }[] {
  return STAGE_KINDS.map((stage) => ({
    stage,
    count: hers.filter(({ known }) => known.stages.some(({ kind }) => kind === stage)).length,
  })).filter(({ count }) => count >= SHARED_BY);
}
