import { type Keyring, newId, type OwnKey } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newLink } from '../links/index.ts';
import { type Contact, recognisedBy, sealContact, sealName } from './who-helps.ts';

/** How a claim ended. 'again': they have it already, as after a second tap. */
export type Outcome =
  | 'yes'
  | 'again'
  | 'taken'
  | 'closed'
  | 'over'
  | 'many'
  | 'declined'
  | 'paused'
  | 'absent';

/** Whoever offers to help, as they fill in the form. */
export interface Offer {
  /** Drawn with the form, so that the same form sent twice is one claim. */
  once: string;
  name: string;
  contact: Contact;
  backsUp: boolean;
  locale: string;
}

export interface Claimed {
  outcome: Outcome;
  /** The link of their own page; null when it is not theirs to be shown here. */
  linkId: string | null;
}

/** Takes a slot by the calendar's link: one act of the database, so that it is taken once or not at all. */
export async function claimSlot(
  tx: Tx,
  keys: Keyring,
  key: OwnKey,
  claim: Offer & { calendarId: string; slotId: string; brings: string },
): Promise<Claimed> {
  const { asWhom, sealed, contact, recognised, link } = behind(keys, key, claim.calendarId, claim);
  const [row] = await tx.hot<{ outcome: Outcome; link_id: string | null }>(
    'SELECT outcome, link_id FROM access.claim_slot($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [
      claim.slotId,
      asWhom,
      sealed,
      contact,
      recognised,
      claim.backsUp,
      claim.brings,
      claim.locale,
      link.linkId,
      link.tokenHash,
    ],
  );
  return { outcome: row!.outcome, linkId: row!.link_id };
}

/** "Ask me if something falls through", without a turn. */
export async function standBy(
  tx: Tx,
  keys: Keyring,
  key: OwnKey,
  calendarId: string,
  offer: Offer,
): Promise<Claimed> {
  const { asWhom, sealed, contact, recognised, link } = behind(keys, key, calendarId, offer);
  const [row] = await tx.hot<{ outcome: Outcome; link_id: string | null }>(
    'SELECT outcome, link_id FROM access.stand_by($1, $2, $3, $4, $5, $6, $7)',
    [asWhom, sealed, contact, recognised, offer.locale, link.linkId, link.tokenHash],
  );
  return { outcome: row!.outcome, linkId: row!.link_id };
}

function behind(keys: Keyring, key: OwnKey, calendarId: string, { once, name, contact }: Offer) {
  const recognised = recognisedBy(keys, calendarId, contact);
  return {
    asWhom: helperIdFor(keys, calendarId, once),
    sealed: sealName(key, name),
    contact: recognised ? sealContact(key, contact) : null,
    // Whoever leaves neither is one helper by this form alone.
    recognised: recognised ?? `form:${newId()}`,
    link: newLink(keys),
  };
}

/**
 * The id of the helper a form makes: follows from the form and the server's key, so that the same form is the same helper,
 * and nobody who reads a helper's id (whoever looks after the calendar does) can send that helper's form again and be
 * let in to their page.
 */
function helperIdFor(keys: Keyring, calendarId: string, once: string): string {
  const hex = Buffer.from(
    keys.sign('help-form', `${calendarId} ${once.toLowerCase()}`),
    'base64url',
  ).toString('hex');
  return [0, 8, 12, 16, 20].map((from, i, all) => hex.slice(from, all[i + 1] ?? 32)).join('-');
}

/** On a helper's own page: gives a turn back, takes another, or changes one for the other in one act. */
export async function changeTurn(
  tx: Tx,
  change: { gives?: string; takes?: string; brings?: string },
): Promise<Outcome> {
  const [row] = await tx.hot<{ outcome: Outcome }>('SELECT access.change_turn($1, $2, $3) AS outcome', [
    change.gives ?? null,
    change.takes ?? null,
    change.brings ?? '',
  ]);
  return row!.outcome;
}
