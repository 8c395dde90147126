import { query } from '../../../platform/db/index.ts';
import { setBoundaries } from '../../boundaries/index.ts';
import { addPerson, beginUpdate, sayBeingThere, setSight } from '../../people/index.ts';
import type { Cast } from './cast.ts';
import { MAYAS_BOUNDARIES, MAYAS_NEWS, MAYAS_PEOPLE, MAYAS_WAYS } from './mayas-people.ts';

const DAY = 86_400_000;

/** Those who carry Maya, what she told them, and how to be there for her. No letter goes out: nobody lives there. */
export async function fillMayasPeople(cast: Cast): Promise<void> {
  const { tx, keys, communityId } = cast;
  const maya = { communityId, memberId: await cast.as('maya') };
  const readers: string[] = [];
  for (const { sees, ...about } of MAYAS_PEOPLE) {
    const personId = await addPerson(tx, keys, maya, about);
    await setSight(tx, maya, personId, sees);
    if (sees.seesUpdates) readers.push(personId);
  }
  for (const { text, daysAgo } of MAYAS_NEWS) {
    const updateId = await beginUpdate(tx, keys, maya, { text, discreet: true, readers });
    const told_at = new Date(Date.now() - daysAgo * DAY);
    await tx.run(query.updateTable('updates').set({ told_at }).where('update_id', '=', updateId));
  }
  await sayBeingThere(tx, keys, maya, MAYAS_WAYS);
  await setBoundaries(tx, keys, maya, MAYAS_BOUNDARIES);
}
