import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { postOutside } from '../outside-letters/index.ts';
import type { Hers, Person } from './person.ts';

/** Tells whether somebody still has the address a letter was ordered for; leads back to none. */
export const addressMark = (keys: Keyring, mail: string): string => keys.sign('people-address', mail);

/** Whether letters reach somebody at all: there is an address, and they want them. */
export const getsLetters = ({ mail, lettersEnded, notMe }: Person): boolean =>
  Boolean(mail) && !lettersEnded && !notMe;

/** Whether they said on their own page that news may stand whole in letters to the address they have now. */
export const wantsWhole = (keys: Keyring, { mail, wholeFor }: Pick<Person, 'mail' | 'wholeFor'>): boolean =>
  mail !== null && wholeFor === addressMark(keys, mail);

/**
 * Orders a letter to one of her people, in their language; drawn by `toPerson`. Her key must be there (herKey). Resolves
 * to false when that person has no address or wants no letters.
 */
export async function writeTo(
  tx: Tx,
  keys: Keyring,
  viewer: Hers & { locale: string },
  person: Person,
  letter: { kind: string; about: Record<string, string>; once: string },
): Promise<boolean> {
  const { personId, mail, locale } = person;
  if (!mail || !getsLetters(person)) return false;
  await postOutside(tx, keys, {
    communityId: viewer.communityId,
    holderId: viewer.memberId,
    kind: letter.kind,
    to: mail,
    locale: locale ?? viewer.locale,
    about: { ...letter.about, personId, address: addressMark(keys, mail) },
    once: letter.once,
  });
  return true;
}
