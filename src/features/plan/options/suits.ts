import type { Seeker, Topic } from '../../../matching/index.ts';

/** Made for one situation: offered to those who are in it, and to nobody else. */
const OWN_WORLDS: ReadonlySet<Topic> = new Set([
  'nicu',
  'twins',
  'single-parenting',
  'down-syndrome',
  'additional-needs',
  'adoption',
  'loss',
  'faith',
  'newly-arrived',
  'lgbtq',
]);

/** Whether something with these topics may be shown to her at all; the engine then says how well it fits. */
export function suits(seeker: Seeker, fact: { topics: Topic[]; faith?: string | null }): boolean {
  const hers = new Set(seeker.topics);
  for (const { kind } of seeker.stages) {
    if (kind === 'loss') hers.add('loss');
    if (kind === 'adopting') hers.add('adoption');
  }
  const { faith } = fact;
  if (faith && seeker.faith && seeker.faith !== 'any' && seeker.faith !== faith) return false;
  const general = fact.topics.length === 0 || fact.topics.some((topic) => !OWN_WORLDS.has(topic));
  return general || fact.topics.some((topic) => hers.has(topic));
}
