import { expect } from 'vitest';
import type { Client } from '../../../test/kit/client.ts';
import type { World } from '../../../test/kit/world.ts';

/** What of hers somebody may see. */
export type Sees = ('help' | 'updates' | 'how')[];

/** Adds somebody to Maya's people by her own forms. Resolves to the page of that person and the link to give. */
export async function addPerson(
  maya: Client,
  fields: { name: string; mail?: string; kin?: string },
  sees: Sees = [],
): Promise<{ id: string; path: string; near: string }> {
  const added = await maya.post('/people', { kin: 'sibling', mail: '', ...fields });
  expect(added.status).toBe(303);
  const path = added.location!;
  await maya.post(`${path}/sight`, { sees });
  return { id: path.split('/')[2]!, path, near: await nearOf(maya, path) };
}

/** The path of the link that stands on somebody's page; '' when there is none. */
export async function nearOf(maya: Client, path: string): Promise<string> {
  const { text } = await maya.get(path);
  return text.match(/\/near\/[\w-]{22}/)?.[0] ?? '';
}

/** Writes an update, looks it over and tells it. Resolves to its page. */
export async function tell(
  maya: Client,
  text: string,
  fields: Record<string, string | string[]> = {},
): Promise<string> {
  const begun = await maya.post('/people/updates', { text, whom: 'all', letter: 'discreet', ...fields });
  expect(begun.status).toBe(303);
  expect((await maya.post(`${begun.location}/telling`)).status).toBe(303);
  return begun.location!;
}

/** Letters to people without an account that stand ready or have gone, by kind. */
export async function ordered(world: World, kind: string): Promise<{ state: string }[]> {
  const { rows } = await world.owner.query('SELECT state FROM outside_letters WHERE kind = $1', [kind]);
  return rows;
}
