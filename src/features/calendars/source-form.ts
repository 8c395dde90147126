import { z } from 'zod';
import type { Refusal } from '../../platform/fetching/index.ts';
import { type Ctx, readBody, required, text } from '../../platform/http/index.ts';
import type { MessageKey } from '../../platform/i18n/index.ts';
import { placeOf } from '../circles/index.ts';
import { KINDS } from '../gatherings/index.ts';
import { fetchCalendar, webAddress } from './fetching-source.ts';
import type { SourcePlace } from './source.ts';

/** Whose calendar, what its gatherings are, where they are; by its address or as a file. */
export const sourceForm = z.object({
  name: required(120, 'calendars.name-missing').transform((name) => name.replace(/\s+/g, ' ')),
  kind: z.enum(KINDS, 'errors.field.unfit'),
  near: text(20).default(''),
  url: text(2000).default('').transform(webAddress),
});

/** What was brought: the bytes, and what a server said of them. */
export interface Brought {
  bytes: Buffer;
  etag: string | null;
  lastModified: string | null;
  /** null: a file of hers. */
  url: string | null;
}

/** Which box is wrong and why; and what the server at its address said, where one was asked. */
export interface NotBrought {
  field: 'url' | 'file';
  error: MessageKey;
  refused: Refusal | null;
}

/** The calendar a form brings. */
export async function broughtIn(c: Ctx, typed: string): Promise<Brought | NotBrought> {
  const { file } = await readBody(c);
  if (file instanceof File && file.size > 0) {
    const bytes = Buffer.from(await file.arrayBuffer());
    return { bytes, etag: null, lastModified: null, url: null };
  }
  if (!typed) return { field: 'url', error: 'calendars.nothing-brought', refused: null };
  const asking = { publicUrl: c.get('config').publicUrl, allowed: c.get('fetchFrom') };
  const got = await fetchCalendar(typed, asking);
  if (got.refused !== null) return { field: 'url', error: wordsFor(got.refused), refused: got.refused };
  return { ...got, url: got.permanent ?? typed };
}

/** Why an address did not answer, in a sentence. */
export function wordsFor(refusal: Refusal): MessageKey {
  switch (refusal) {
    case 'address':
    case 'inside':
      return 'calendars.not.address';
    case 'downgrade':
      return 'calendars.not.downgrade';
    case 'too-big':
      return 'calendars.too-big';
    case 'gone':
    case 'missing':
    case 'name':
      return 'calendars.not.missing';
    case 'forbidden':
      return 'calendars.not.forbidden';
    default:
      return 'calendars.not.answering';
  }
}

/** Where the gatherings of a calendar are: a postcode, else where the community is; null for a postcode nobody knows. */
export function placeIn(c: Ctx, near: string): SourcePlace | null {
  const { country, region, postcode, placeName, latitude, longitude } = c.get('community');
  if (!near) return { country, region, postcode, placeName, latitude, longitude };
  const place = placeOf(c.get('community'), { place: 'in-person', near, placeName: '' });
  if (!place) return null;
  const { timeZone: _, ...there } = place;
  return there;
}
