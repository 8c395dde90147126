import type { Tx } from '../../platform/db/index.ts';
import { isMessageKey, type MessageKey, type Translate } from '../../platform/i18n/index.ts';
import { answersOf } from '../onboarding/index.ts';
import { SITUATIONS, type Situation } from './being-there.ts';
import type { Hers } from './person.ts';

const asked = (name: string | undefined): Situation | undefined => SITUATIONS.find((one) => one === name);

/**
 * The situation whose words are offered first: the one she asks for, else the nearest to what she told us. A loss comes
 * before everything, and without an answer there is none: nobody is told how she is.
 */
export async function situationFor(tx: Tx, viewer: Hers, name?: string): Promise<Situation | null> {
  const chosen = asked(name);
  if (chosen) return chosen;
  const answers = await answersOf(tx, viewer);
  const kinds = new Set<string>(answers?.stages.map(({ kind }) => kind));
  const topics = new Set<string>(answers?.topics);
  if (kinds.has('loss') || topics.has('loss')) return 'loss';
  if (topics.has('nicu')) return 'nicu';
  if (kinds.has('adopting')) return 'adoption';
  if (kinds.has('expecting')) return answers?.milestonesEndedAt ? null : 'expecting';
  if (kinds.has('baby')) return answers?.milestonesEndedAt ? null : 'newborn';
  if (kinds.has('toddler')) return 'toddler';
  if (kinds.has('school-age')) return 'school-age';
  return null;
}

/** First words of an update for each situation: hers to change, and none names a child. */
export const beginningsFor = (situation: Situation): string[] => [1, 2, 3].map((n) => `${situation}.${n}`);

/** First words by their key, in her language. */
export function beginningFor(t: Translate, beginning: string | undefined): string {
  const key = `people.begin.${beginning ?? ''}`;
  return isMessageKey(key) ? t(key as MessageKey) : '';
}
