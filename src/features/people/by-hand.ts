import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { linkPath } from '../links/index.ts';
import { linkOf } from './keeping.ts';
import { type Hers, herPeople, type Person } from './person.ts';
import { wayTo } from './telling.ts';

/** Somebody no letter reaches, and the link she hands over herself. */
export interface Handed {
  person: Person;
  /** Without its host. */
  path: string;
}

/** Those of these people whom no letter reaches though their page is open to them: she reaches them by her own hand. */
export async function byHand(
  tx: Tx,
  keys: Keyring,
  viewer: Hers,
  personIds: ReadonlySet<string>,
): Promise<Handed[]> {
  if (personIds.size === 0) return [];
  const handed: Handed[] = [];
  for (const person of await herPeople(tx, keys, viewer)) {
    if (!personIds.has(person.personId) || person.notMe) continue;
    const way = await wayTo(tx, viewer, person);
    if (way !== 'page' && way !== 'no-letters') continue;
    const linkId = await linkOf(tx, viewer, person.personId);
    if (linkId) handed.push({ person, path: linkPath(keys, 'person', linkId) });
  }
  return handed;
}
