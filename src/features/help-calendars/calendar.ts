import type { Selectable } from 'kysely';
import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tables } from '../../platform/db/index.ts';
import type { Occasion } from './words.ts';

/** What is said of a calendar to everybody who has its link; sealed by the server, for names and losses stand in it. */
export interface About {
  /** What helpers call her. */
  called: string;
  /** A line or two of hers. */
  said: string;
  /** Links to cards or collections elsewhere (https); no money passes here. */
  gifts: string[];
  /** Who set it up for her, as they want to be called. */
  setUpBy?: string;
  /** What she answered to a plan that was not right. */
  notLikeThis?: string;
}

/** A help calendar. */
export interface HelpCalendar extends About {
  calendarId: string;
  /** Whose key seals: she herself, or who acts for one without an account. */
  holderId: string;
  organiserId: string | null;
  forOther: boolean;
  occasion: Occasion;
  timeZone: string;
  consent: 'asked' | 'given' | 'refused';
  askedAt: Date;
  endedAt: Date | null;
  enoughAt: Date | null;
  erasedAt: Date | null;
  /** Who may see the door: whoever answered our letter, or only those she says yes to. */
  doorFor: 'answered' | 'known';
  /** Whoever set it up may say yes to helpers for her. */
  organiserVouches: boolean;
  /** How she without an account is asked: by a letter of her own, or by the link that whoever planned it hands over. */
  consentBy: 'hand' | 'mail';
  /** As it was when she last saw to it, if whoever set it up has said it otherwise since. */
  before: (About & { occasion: Occasion }) | null;
}

const PURPOSE = 'help-calendar';

export const sealAbout = (keys: Keyring, about: About): string => keys.seal(PURPOSE, JSON.stringify(about));

/** Emptied a month after the end: nothing is said any more. */
export const openAbout = (keys: Keyring, sealed: string): About =>
  sealed === '' ? { called: '', said: '', gifts: [] } : JSON.parse(keys.open(PURPOSE, sealed));

/** A row, with its words opened. */
export const calendarOf = (keys: Keyring, row: Selectable<Tables['help_calendars']>): HelpCalendar => ({
  ...openAbout(keys, row.about),
  calendarId: row.calendar_id,
  holderId: row.holder_id,
  organiserId: row.organiser_id,
  forOther: row.for_other,
  occasion: row.occasion as Occasion,
  timeZone: row.time_zone,
  consent: row.consent as HelpCalendar['consent'],
  askedAt: row.asked_at,
  endedAt: row.ended_at,
  enoughAt: row.enough_at,
  erasedAt: row.erased_at,
  doorFor: row.door_for as HelpCalendar['doorFor'],
  organiserVouches: row.organiser_vouches,
  consentBy: row.consent_by as HelpCalendar['consentBy'],
  before: row.about_before
    ? { ...openAbout(keys, row.about_before), occasion: row.occasion_before as Occasion }
    : null,
});

/** Open to helpers. */
export const isOpen = ({ consent, endedAt }: HelpCalendar): boolean => consent === 'given' && !endedAt;

/** How long "enough food" may be taken back. */
const UNDO = 60 * 60_000;
export const canUndoEnough = ({ enoughAt, endedAt }: HelpCalendar, now = new Date()): boolean =>
  enoughAt !== null && endedAt === null && +now - +enoughAt < UNDO;
