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
  const form = (await maya.get('/people/updates/new')).text;
  const readers = [...form.matchAll(/name="readers" value="([^"]+)"/g)].map(([, id]) => id!);
  const begun = await maya.post('/people/updates', { text, letter: 'discreet', readers, ...fields });
  expect(begun.status).toBe(303);
  expect((await maya.post(`${begun.location}/telling`)).status).toBe(303);
  return begun.location!;
}

/** Letters to people without an account that stand ready or have gone, by kind. */
export async function ordered(world: World, kind: string): Promise<{ state: string }[]> {
  const { rows } = await world.owner.query('SELECT state FROM outside_letters WHERE kind = $1', [kind]);
  return rows;
}

/** Words that stand in one place of what Maya keeps of and tells her people. */
export interface Planted {
  name: string;
  mail: string;
  note: string;
  told: string;
  begun: string;
  toCircle: string;
  forHerself: string;
}

/** Plants them by her own forms: somebody with a link, news told and begun, a circle, a boundary for herself. */
export async function plantNear(maya: Client, circle: string, words: Planted): Promise<string[]> {
  const { name, mail, note } = words;
  const one = await addPerson(maya, { name, mail }, ['help', 'updates', 'how']);
  await maya.post(one.path, { name, mail, note, kin: 'friend', locale: 'en', phone: '' });
  const inside = (await maya.post('/people/circles', { circle })).location!;
  await maya.post(`${inside}/sight`, { sees: ['updates'] });
  const told = await tell(maya, words.told, { readers: [one.id] });
  const inCircle = await tell(maya, words.toCircle, { readers: [inside.split('/')[2]!] });
  const begun = await maya.post('/people/updates', { text: words.begun, readers: [one.id] });
  await maya.post('/people/boundaries', { topics: words.forHerself, topicsShown: 'nobody' });
  return [one.path, `${one.path}/removal`, inside, told, `${told}/edit`, inCircle, begun.location!];
}
