import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { MessageKey } from '../../platform/i18n/index.ts';

/** A whole number typed in a box; empty is null. */
export const cappedNumber = (least: number, most: number, message: MessageKey) =>
  z
    .string(message)
    .trim()
    .default('')
    .refine(
      (value) => value === '' || (/^\d{1,5}$/.test(value) && +value >= least && +value <= most),
      message,
    )
    .transform((value) => (value === '' ? null : Number(value)));

function isDay(value: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(value)) return false;
  try {
    return Boolean(Temporal.PlainDate.from(value, { overflow: 'reject' }));
  } catch {
    return false;
  }
}

/** 'YYYY-MM-DD', or null for an empty box. */
export const dateBox = z
  .string()
  .trim()
  .default('')
  .refine((value) => value === '' || isDay(value), {
    error: 'gatherings.form.date-unread' satisfies MessageKey,
  })
  .transform((value) => value || null);

/** 'HH:MM', or null for an empty box. Some browsers send the seconds along. */
export const timeBox = z
  .string()
  .trim()
  .default('')
  .refine((value) => value === '' || /^([01]\d|2[0-3]):[0-5]\d(:00)?$/.test(value), {
    error: 'gatherings.form.time-unread' satisfies MessageKey,
  })
  .transform((value) => value.slice(0, 5) || null);

const MOST_DATES = 60;

/** Several boxes of one name, each a day; empty ones are left out, in order. */
export const manyDates = z.preprocess(
  (value) => [value ?? []].flat().filter((one) => one !== ''),
  z
    .array(z.string())
    .refine((days) => days.length <= MOST_DATES && days.every(isDay), {
      error: 'gatherings.form.date-unread' satisfies MessageKey,
    })
    .transform((days) => [...new Set(days)].sort()),
);

/** Whether a text is the address of a page on the web. */
export function isLink(value: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}
