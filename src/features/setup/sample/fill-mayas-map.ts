import { todayIn } from '../../../platform/time/index.ts';
import { drawTie, type Origin } from '../../ecomap/index.ts';
import { herPeople } from '../../people/index.ts';
import type { Cast } from './cast.ts';
import { MAYAS_MAP } from './mayas-map.ts';

const DAY = 86_400_000;

/** Whom Maya drew around herself. Those of them who are among her people are the same people. */
export async function fillMayasMap(cast: Cast, nightFeeds: string): Promise<void> {
  const { tx, keys, communityId } = cast;
  const maya = { communityId, memberId: await cast.as('maya') };
  const people = await herPeople(tx, keys, maya);
  for (const { daysAgo, circle, ...said } of MAYAS_MAP) {
    const person = people.find(({ name }) => name === said.name);
    const origin: Origin | null = circle
      ? { of: 'circles', id: nightFeeds }
      : person
        ? { of: 'people', id: person.personId }
        : null;
    const last = daysAgo === null ? null : todayIn('America/Chicago', new Date(Date.now() - daysAgo * DAY));
    await drawTie(tx, keys, maya, { ...said, lastContact: last }, origin);
  }
}
