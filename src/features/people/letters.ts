import type { Tx } from '../../platform/db/index.ts';
import type { JobParts } from '../../platform/jobs/index.ts';
import { linkPath } from '../links/index.ts';
import type { Draft, Drawer, Words } from '../outside-letters/index.ts';
import { scopeOf } from '../outside-letters/index.ts';
import { linkOf } from './keeping.ts';
import { calledByHerPeople } from './near.ts';
import { type Hers, type Person, personOfHers } from './person.ts';
import { chosenFor } from './telling.ts';
import { updateOfHers } from './update.ts';
import { addressMark, wantsWhole } from './writing-to.ts';

/** Letters to her people, drawn at the moment they go: whoever may not see a thing any more is told nothing of it. */
export const drawers: Record<string, Drawer> = {
  'people.invite': (parts, draft) => toPerson(parts, draft, async (_tx, to) => inviteWords(draft, to)),
  'people.update': (parts, draft) => toPerson(parts, draft, (tx, to) => updateWords(parts, draft, tx, to)),
};

/** Whom a letter is for, in her eyes in whose name it goes. */
export interface Addressee {
  viewer: Hers;
  person: Person;
  /** What her people call her. */
  name: string;
  /** Where that person's own page is. */
  href: string;
}

/** Draws what `writeTo` ordered: null when that person may not be written to any more, or has another address. */
export async function toPerson(
  { db, keys }: JobParts,
  { letter, address }: Draft,
  words: (tx: Tx, to: Addressee) => Promise<Words | null>,
): Promise<Words | null> {
  const viewer = scopeOf(letter);
  return db.read(viewer, async (tx) => {
    const person = await personOfHers(tx, keys, viewer, letter.about.personId ?? '');
    const linkId = person && (await linkOf(tx, viewer, person.personId));
    if (!person?.mail || !linkId || person.lettersEnded || person.notMe) return null;
    if (letter.about.address !== addressMark(keys, person.mail)) return null;
    // Given anew since: the letter would bring the old link's promise to whoever has the new one.
    if (letter.about.linkId && letter.about.linkId !== linkId) return null;
    const name = await calledByHerPeople(tx, keys, viewer);
    return words(tx, { viewer, person, name, href: address + linkPath(keys, 'person', linkId) });
  });
}

async function updateWords(
  { keys }: JobParts,
  { letter, t }: Draft,
  tx: Tx,
  { viewer, person, name, href }: Addressee,
): Promise<Words | null> {
  const updateId = letter.about.updateId ?? '';
  if (!person.seesUpdates || !(await chosenFor(tx, updateId)).has(person.personId)) return null;
  const update = await updateOfHers(tx, keys, viewer, updateId);
  return {
    subject: t('people.mail.news-subject', { name }),
    paragraphs: [
      t('people.mail.hello', { person: person.name }),
      t('people.mail.news', { name }),
      ...(update.discreet || !wantsWhole(keys, person) ? [] : [update.text]),
    ],
    links: [{ label: t('people.mail.news-link'), href }],
  };
}

function inviteWords({ t }: Draft, { person, name, href }: Addressee): Words {
  return {
    subject: t('people.mail.invite-subject', { name }),
    paragraphs: [
      t('people.mail.hello', { person: person.name }),
      t('people.mail.invite', { name }),
      t('people.mail.invite-link-lead'),
    ],
    links: [{ label: t('people.mail.invite-link', { name }), href }],
  };
}
