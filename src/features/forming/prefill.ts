import { isOnlyGrieving, NOT_ALONE, type Topic } from '../../matching/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { answersOf, seekerFrom } from '../onboarding/index.ts';
import type { Offer } from './lead.ts';
import type { Wishes } from './wait.ts';

/** What she told us elsewhere, so that she need not say it twice; and what of it the forms have to mind. */
export interface Told {
  languages: string[];
  free: Wishes['free'];
  topics: Topic[];
  /** A loss is all she told us of: nothing that speaks of a child is offered to her. */
  gentle: boolean;
}

export async function toldBy(tx: Tx, viewer: Viewer): Promise<Told> {
  const answers = await answersOf(tx, viewer);
  return {
    languages: answers?.languages ?? [],
    free: answers?.free ?? [],
    topics: answers?.topics ?? [],
    gentle: isOnlyGrieving(seekerFrom(answers, todayIn(viewer.timeZone))),
  };
}

/** What a mother would look for, going by what she told us. She is asked to look it over. */
export const wishesFrom = (told: Told, locale: string): Wishes => ({
  languages: told.languages.length > 0 ? told.languages : [locale === 'es' ? 'es' : 'en'],
  free: told.free,
  meets: 'both',
  maxMiles: null,
  topics: told.topics,
  notAlone: [],
});

/** In what she could ask not to be alone: what she told us first. */
export const mayNotBeAlone = (told: Pick<Told, 'topics'>) =>
  NOT_ALONE.filter((one) => told.topics.includes(one));

export const offerFrom = (told: Told, locale: string): Offer => ({
  languages: told.languages.length > 0 ? told.languages : [locale === 'es' ? 'es' : 'en'],
  free: told.free,
  meets: 'both',
  maxMiles: null,
  topics: told.topics,
  circles: 1,
});
