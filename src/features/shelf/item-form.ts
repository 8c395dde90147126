import { z } from 'zod';
import { required, text } from '../../platform/http/index.ts';
import { LINK_MOST, NOTE_MOST, TITLE_MOST } from './item.ts';

// Typed by hand, an address seldom brings its beginning.
const address = text(LINK_MOST)
  .default('')
  .transform((typed) => (typed === '' || /^[a-z]+:/i.test(typed) ? typed : `https://${typed}`))
  .refine((typed) => typed === '' || isWebAddress(typed), 'shelf.link-unfit')
  .transform((typed) => (typed === '' ? null : new URL(typed).href))
  .refine((link) => link === null || link.length <= LINK_MOST, 'errors.field.tooLong');

const isWebAddress = (typed: string): boolean => {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  return (
    url?.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname.includes('.')
  );
};

/** What the shelf's form sends: a title, and a link or a note or both. */
export const itemSchema = z
  .object({ title: required(TITLE_MOST), link: address, note: text(NOTE_MOST).default('') })
  .refine(({ link, note }) => link !== null || note !== '', { path: ['link'], message: 'shelf.nothing' });
