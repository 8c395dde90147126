import type { Keyring, OwnKey } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';

/** Somebody who helps, called as they chose. */
export interface Helper {
  helperId: string;
  memberId: string | null;
  name: string;
  backsUp: boolean;
  removed: boolean;
  addedAt: Date;
  /** There is an address to write to. */
  mailed: boolean;
  /** The language they opened the calendar in. */
  locale: 'en' | 'es';
  /** They answered the letter to their own address. */
  answered: boolean;
  /** She said yes to them. */
  known: boolean;
}

/** How a helper is reached. */
export interface Contact {
  mail: string | null;
  phone: string | null;
}

const NAME = 'help-helper';
const CONTACT = 'help-contact';

export const sealName = (key: OwnKey, name: string): string => key.seal(NAME, JSON.stringify({ name }));
export const sealContact = (key: OwnKey, contact: Contact): string =>
  key.seal(CONTACT, JSON.stringify(contact));
export const openContact = (key: OwnKey, sealed: string): Contact => JSON.parse(key.open(CONTACT, sealed));
export const nameIn = (key: OwnKey, sealed: string): string => JSON.parse(key.open(NAME, sealed)).name;

/** The helpers of a calendar by their ids; those taken off as well, for what they did stays theirs. */
export async function helpersIn(
  tx: Tx,
  key: OwnKey | null,
  calendarId: string,
): Promise<Map<string, Helper>> {
  if (!key) return new Map();
  const rows = await tx.all(
    query
      .selectFrom('help_helpers')
      .select([
        'helper_id',
        'member_id',
        'sealed',
        'backs_up',
        'removed_at',
        'added_at',
        'mailed',
        'locale',
        'answered_at',
        'known_at',
      ])
      .where('calendar_id', '=', calendarId)
      .orderBy('added_at'),
  );
  return new Map(
    rows.map((row) => [
      row.helper_id,
      {
        helperId: row.helper_id,
        memberId: row.member_id,
        name: nameIn(key, row.sealed),
        backsUp: row.backs_up,
        removed: row.removed_at !== null,
        addedAt: row.added_at,
        mailed: row.mailed,
        locale: row.locale === 'es' ? 'es' : 'en',
        answered: row.answered_at !== null,
        known: row.known_at !== null,
      },
    ]),
  );
}

/** How the helpers of a calendar are reached; of those alone whom the viewer may reach. */
export async function contactsIn(
  tx: Tx,
  key: OwnKey | null,
  calendarId: string,
): Promise<Map<string, Contact>> {
  if (!key) return new Map();
  const rows = await tx.all(
    query
      .selectFrom('help_contacts as c')
      .innerJoin('help_helpers as h', (join) =>
        join.onRef('h.community_id', '=', 'c.community_id').onRef('h.helper_id', '=', 'c.helper_id'),
      )
      .select(['c.helper_id', 'c.sealed'])
      .where('h.calendar_id', '=', calendarId),
  );
  return new Map(rows.map((row) => [row.helper_id, openContact(key, row.sealed)]));
}

/** What the same helper is recognised by in one calendar: says nothing to whoever has not the server's key. */
export function recognisedBy(keys: Keyring, calendarId: string, { mail, phone }: Contact): string | null {
  if (mail) return `mail:${keys.sign(NAME, `${calendarId} ${mail.toLowerCase()}`)}`;
  const digits = phone?.replace(/\D/g, '');
  return digits ? `phone:${keys.sign(NAME, `${calendarId} ${digits}`)}` : null;
}
