import type { Keyring } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { linkPath, linkTo, newLink } from '../links/index.ts';
import { type Draft, type Drawer, postOutside, scopeOf } from '../outside-letters/index.ts';
import { herKey } from '../sealing/index.ts';
import { calendarOf, type HelpCalendar } from './calendar.ts';
import { done } from './consenting.ts';
import { keepReach, reachOf } from './particulars.ts';

/** The letter that asks her, and the one that tells her what was changed since her yes. */
const ASKING = 'help-calendars.consent';
const CHANGED = 'help-calendars.changed';

type Me = Scope & { memberId: string; locale: string };

/**
 * Asks her who has no account by a letter of her own. The link stands in it alone: whoever plans it is never shown it, so
 * that nobody says yes for her. Asked again, the letter before leads nowhere. False when she has answered.
 */
export async function askByLetter(
  tx: Tx,
  keys: Keyring,
  me: Me,
  calendarId: string,
  mail: string,
): Promise<boolean> {
  const { linkId, tokenHash } = newLink(keys);
  if (!(await done(tx, 'renew_consent_link($1, $2, $3)', [calendarId, linkId, tokenHash]))) return false;
  await keepReach(tx, await herKey(tx, keys, me), me.communityId, calendarId, mail);
  await postOutside(tx, keys, {
    communityId: me.communityId,
    holderId: me.memberId,
    kind: ASKING,
    to: mail,
    locale: me.locale,
    about: { calendar: calendarId, link: linkId },
    once: `${ASKING} ${linkId}`,
  });
  return true;
}

/** Tells her, where she has a letter of hers, that something was changed or waits for her: once a day. */
export async function tellHerOfChange(
  tx: Tx,
  keys: Keyring,
  me: Me,
  { calendarId, forOther, consent }: HelpCalendar,
): Promise<void> {
  if (!forOther || consent !== 'given') return;
  const mail = await reachOf(tx, await herKey(tx, keys, me), calendarId);
  if (!mail) return;
  await postOutside(tx, keys, {
    communityId: me.communityId,
    holderId: me.memberId,
    kind: CHANGED,
    to: mail,
    locale: me.locale,
    about: { calendar: calendarId },
    once: `${CHANGED} ${calendarId} ${new Date().toISOString().slice(0, 10)}`,
  });
}

/** Drawn as the clock's own work: nobody else is given the link of somebody who is asked by letter. */
const drawAsking =
  (kind: 'asking' | 'changed'): Drawer =>
  async ({ db, keys }, { letter, t, address }: Draft) => {
    const holder = { ...scopeOf(letter), job: true as const };
    return db.read(holder, async (tx) => {
      const id = letter.about.calendar ?? '';
      const row = await tx.first(
        query.selectFrom('help_calendars').selectAll().where('calendar_id', '=', id),
      );
      const linkId = await linkTo(tx, holder, 'consent', id);
      if (!row || !linkId || row.ended_at) return null;
      if (row.consent !== (kind === 'asking' ? 'asked' : 'given')) return null;
      if (letter.about.link && letter.about.link !== linkId) return null; // asked anew since
      const name = calendarOf(keys, row).setUpBy ?? '';
      return {
        subject: t(`help-calendars.mail.${kind}.subject`, { name }),
        paragraphs: [t(`help-calendars.mail.${kind}.words`, { name }), t(`help-calendars.mail.${kind}.then`)],
        links: [
          {
            label: t(`help-calendars.mail.${kind}.open`),
            href: `${address}${linkPath(keys, 'consent', linkId)}`,
          },
        ],
      };
    });
  };

export const askingDrawers: Record<string, Drawer> = {
  [ASKING]: drawAsking('asking'),
  [CHANGED]: drawAsking('changed'),
};
