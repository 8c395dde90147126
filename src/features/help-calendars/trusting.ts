import type { Keyring, OwnKey } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import { newLink } from '../links/index.ts';
import type { HelpCalendar } from './calendar.ts';
import { type Contact, type Helper, openContact, recognisedBy, sealContact } from './who-helps.ts';

/**
 * What stands between a helper and her door: the letter they have not answered, or her own word. Null when nothing does.
 * Only for saying it: access.help_part_open is what keeps the door.
 */
export function waitsFor(
  { doorFor }: Pick<HelpCalendar, 'doorFor'>,
  { known, answered, memberId, mailed }: Helper,
): 'letter' | 'word' | null {
  if (known) return null;
  if (doorFor === 'known') return 'word';
  if (memberId || answered) return null;
  return mailed ? 'letter' : 'word';
}

/** Whom she has not said yes to and of whom nothing is known but what they typed, as far as they are here at all. */
export const strangersIn = (calendar: Pick<HelpCalendar, 'doorFor'>, helpers: Iterable<Helper>): Helper[] =>
  [...helpers].filter((helper) => !helper.removed && waitsFor(calendar, helper) !== null);

/** "Yes, it is me", by the letter's link. Resolves to the link of their own page; null when it leads to nobody. */
export async function answerLetter(tx: Tx, keys: Keyring): Promise<string | null> {
  const { linkId, tokenHash } = newLink(keys);
  const [row] = await tx.hot<{ page: string | null }>('SELECT access.answer_helper_letter($1, $2) AS page', [
    linkId,
    tokenHash,
  ]);
  return row!.page;
}

/** The link of their own page, once the letter was answered. */
export async function pageByLetter(tx: Tx): Promise<string | null> {
  const [row] = await tx.hot<{ page: string | null }>('SELECT access.page_by_letter() AS page', []);
  return row!.page;
}

/** Another address for the letter; the number they left stays. 'elsewhere': somebody helps here under it already. */
export async function correctMail(
  tx: Tx,
  keys: Keyring,
  key: OwnKey,
  { calendarId, helperId, mail }: { calendarId: string; helperId: string; mail: string },
): Promise<'yes' | 'elsewhere' | 'absent'> {
  const row = await tx.first(
    query.selectFrom('help_contacts').select('sealed').where('helper_id', '=', helperId),
  );
  const contact: Contact = { phone: row ? openContact(key, row.sealed).phone : null, mail };
  const [said] = await tx.hot<{ outcome: 'yes' | 'elsewhere' | 'absent' }>(
    'SELECT access.correct_helper_mail($1, $2) AS outcome',
    [sealContact(key, contact), recognisedBy(keys, calendarId, contact)],
  );
  return said!.outcome;
}

/** Whether whoever looks may say who helps her: she, and whoever set it up where she lets them. */
export async function mayVouch(tx: Tx, calendarId: string): Promise<boolean> {
  const [row] = await tx.hot<{ may: boolean }>('SELECT access.vouches_as($1) IS NOT NULL AS may', [
    calendarId,
  ]);
  return row!.may;
}

/** Her choice: who may see the door, and whether whoever set it up may say yes to helpers for her. */
export const chooseWhoSees = (
  tx: Tx,
  { calendarId, doorFor }: HelpCalendar,
  chosen: HelpCalendar['doorFor'] | null,
  organiserVouches: boolean,
): Promise<unknown> =>
  tx.hot('SELECT access.choose_who_sees_door($1, $2, $3)', [calendarId, chosen ?? doorFor, organiserVouches]);
