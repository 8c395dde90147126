import type { Keyring, OwnKey } from '../../platform/crypto/index.ts';
import type { Scope, Tx } from '../../platform/db/index.ts';
import { type Ctx, notFound } from '../../platform/http/index.ts';
import type { Page } from '../../ui/page.ts';
import { type Boundaries, boundariesOf } from '../boundaries/index.ts';
import { type LinkKind, type Opened, openLink, outsidePage } from '../links/index.ts';
import { keyOf } from '../sealing/index.ts';
import { calendarOf, type HelpCalendar } from './calendar.ts';
import { type Slot, slotsOf } from './slot.ts';
import { type Helper, helpersIn } from './who-helps.ts';

type Me = Scope & { memberId: string };

/** A calendar with what stands in it, as far as whoever asks may see it. */
export interface Whole {
  calendar: HelpCalendar;
  slots: Slot[];
  helpers: Map<string, Helper>;
  /** The holder's key, where whoever asks may have it used; null before anything was sealed. */
  key: OwnKey | null;
}

/** With what she asks of those who come to her, for whoever takes something on. */
export interface Taking extends Whole {
  boundaries: Boundaries | null;
}

/** @throws Problem 404 when there is none that whoever asks may see, or what was written in it is gone */
export async function seenCalendar(tx: Tx, keys: Keyring, id: string): Promise<HelpCalendar> {
  const [row] = await tx.hot<Parameters<typeof calendarOf>[1]>(
    'SELECT * FROM help_calendars WHERE calendar_id = $1',
    [id],
  );
  return row && row.about !== '' ? calendarOf(keys, row) : notFound();
}

/** A calendar of hers, or one she set up. @throws Problem 404 for any other, also one she helps in */
export async function keptCalendar(tx: Tx, keys: Keyring, me: Me, id: string): Promise<HelpCalendar> {
  const calendar = await seenCalendar(tx, keys, id);
  return [calendar.holderId, calendar.organiserId].includes(me.memberId) ? calendar : notFound();
}

/** @throws Problem 404 unless it is her own: what is sealed is hers alone to set, whoever set up the rest */
export async function ownCalendar(tx: Tx, keys: Keyring, me: Me, id: string): Promise<HelpCalendar> {
  const calendar = await seenCalendar(tx, keys, id);
  return calendar.holderId === me.memberId ? calendar : notFound();
}

/** The calendar with its slots that end after a moment, and who has them. */
export async function wholeOf(
  tx: Tx,
  keys: Keyring,
  calendar: HelpCalendar,
  after = new Date(0),
): Promise<Whole> {
  const key = await keyOf(tx, keys, calendar.holderId);
  const slots = await slotsOf(tx, calendar.calendarId, after);
  return { calendar, slots, helpers: await helpersIn(tx, key, calendar.calendarId), key };
}

/** The same with her boundaries. Of her without an account none are known: the holder's are not hers. */
export async function takingOf(tx: Tx, keys: Keyring, whole: Whole): Promise<Taking> {
  const { holderId, forOther } = whole.calendar;
  return { ...whole, boundaries: forOther ? null : await boundariesOf(tx, keys, holderId) };
}

/** A slot of a calendar. @throws Problem 404 when it holds no such */
export const slotIn = (slots: readonly Slot[], id: string | undefined): Slot =>
  slots.find((slot) => slot.slotId === id) ?? notFound();

/** Whoever came by a link; when they are a member and signed in, what they do is done as her. */
export interface Guest extends Opened {
  eyes: Scope & { linkHash: string };
}

/** @throws Problem 404 as openLink */
export async function guestBy(c: Ctx, kind: LinkKind): Promise<Guest> {
  const opened = await openLink(c, kind);
  const viewer = c.get('viewer');
  const memberId = viewer && !viewer.suspendedUntil ? viewer.memberId : null;
  return { ...opened, eyes: { ...opened.scope, memberId } };
}

/** The page for whoever came by a link; a member who is signed in is at home. */
export const guestPage = (c: Ctx): Page => (c.get('viewer') ? c.get('page') : outsidePage(c));
