import { type Seeker, SITUATIONS, type StageKind, type Topic } from '../../../matching/index.ts';

/** Made for one situation: offered to those who are in it, and to nobody else. */
const OWN_WORLDS: ReadonlySet<Topic> = new Set([...SITUATIONS, 'faith', 'newly-arrived']);

/** Made for the months around a birth: not for somebody of whom we do not know that she is there. */
const AROUND_BIRTH: ReadonlySet<Topic> = new Set(['sleep', 'feeding', 'birth-recovery']);
const NEAR_BIRTH: ReadonlySet<StageKind> = new Set(['expecting', 'baby', 'toddler']);

/** Whether something with these topics may be shown to her at all; the engine then says how well it fits. */
export function suits(seeker: Seeker, fact: { topics: Topic[]; faith?: string | null }): boolean {
  const hers = new Set(seeker.topics);
  for (const { kind } of seeker.stages) {
    if (kind === 'loss') hers.add('loss');
    if (kind === 'adopting') hers.add('adoption');
  }
  const { faith } = fact;
  if (faith && seeker.faith && seeker.faith !== 'any' && seeker.faith !== faith) return false;
  const nearBirth = seeker.stages.some(({ kind }) => NEAR_BIRTH.has(kind));
  // The first topic is what something is made for; the others are what it also helps with.
  const [made] = fact.topics;
  const general = made === undefined || !(OWN_WORLDS.has(made) || (!nearBirth && AROUND_BIRTH.has(made)));
  return general || fact.topics.some((topic) => hers.has(topic));
}
