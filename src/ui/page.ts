import type { Locale, MessageKey, Translate } from '../platform/i18n/index.ts';

export type Role = 'member' | 'moderator' | 'coordinator';

/** Everything a screen needs to know about the request it answers. Built once per request. */
export interface Page {
  t: Translate;
  locale: Locale;
  /** BCP 47, for `<html lang>` and Intl. */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** Path and query of the request, so that the language switch can come back here. */
  path: string;
  csrf: string;
  community: {
    name: string;
    languages: string[];
    /** Its people are invented. */
    isSample?: boolean;
    /** Where its helplines are looked up. */
    country?: string;
    region?: string | null;
  } | null;
  viewer: {
    memberId: string;
    displayName: string;
    role: Role;
    /** How many things wait that she has not seen. */
    unseen?: number;
  } | null;
  /** Said once at the top of the next page, after something was done. */
  notice: MessageKey | null;
  /** Where the quick exit leads. */
  exitUrl: string;
  /** True when mail is written to a folder instead of being sent. */
  mailToOutbox: boolean;
  timeZone: string;
  /** Takes in markup that is kept as bytes; without it a screen is drawn as text throughout. */
  pieces?: { take(bytes: Buffer): string; bytesOf(markup: string): Buffer<ArrayBuffer> };
}

/** Field name → what is wrong with it; a form's answer when it could not be accepted. */
export type Errors = Partial<Record<string, MessageKey>>;
