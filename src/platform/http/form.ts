import { z } from 'zod';
import { isMessageKey, type MessageKey } from '../i18n/index.ts';
import { readBody } from './csrf.ts';
import type { Ctx } from './env.ts';

export type Errors = Partial<Record<string, MessageKey>>;
/** What was typed, kept as typed, to show the form again. */
export type Raw = Record<string, string | string[]>;
export type Read<T> = { ok: true; values: T; raw: Raw } | { ok: false; errors: Errors; raw: Raw };

// Signs that show nothing and do something: controls, and those that turn the line round, so that a name could make
// the words after it read backwards.
const UNSEEN = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu;
// At least one sign that can be seen: a name of joiners or blank letters is no name.
const SEEN = /[^\p{Z}\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

/**
 * Reads the posted form against `schema`, whose messages are message keys. Files, null bytes and broken text count
 * as not readable. The first thing wrong with each field is told.
 */
export async function readForm<T extends z.ZodType>(c: Ctx, schema: T): Promise<Read<z.infer<T>>> {
  const raw: Raw = {};
  const errors: Errors = {};
  for (const [name, value] of Object.entries(await readBody(c))) {
    if (name === '_csrf' || name === '__proto__') continue;
    const texts = (Array.isArray(value) ? value : [value]).filter((v): v is string => typeof v === 'string');
    if (texts.some((text) => text.includes('\0') || !text.isWellFormed()))
      errors[name] = 'errors.field.unreadable';
    const clean = texts.map((text) =>
      text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNSEEN, '').normalize('NFC'),
    );
    raw[name] = Array.isArray(value) ? clean : (clean[0] ?? '');
  }
  const parsed = schema.safeParse(raw);
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0] ?? 'form');
    errors[field] ??= isMessageKey(issue.message) ? issue.message : 'errors.field.unfit';
  }
  return parsed.success && Object.keys(errors).length === 0
    ? { ok: true, values: parsed.data as z.infer<T>, raw }
    : { ok: false, errors, raw };
}

/** A line or paragraph of text: trimmed, at most `most` characters. */
export const text = (most: number, tooLong: MessageKey = 'errors.field.tooLong') =>
  z.string('errors.field.missing').trim().max(most, tooLong);

/** Text that must not be empty. */
export const required = (most: number, missing: MessageKey = 'errors.field.missing') =>
  text(most).min(1, missing).regex(SEEN, missing);

/** Any number of values out of `allowed`, from checkboxes. One word for all that is wrong: thousands cost no more. */
export const many = <T extends string>(allowed: readonly T[]) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z
      .array(z.string())
      .refine(
        (list) => list.every((one) => (allowed as readonly string[]).includes(one)),
        'errors.field.unfit',
      )
      .transform((list) => [...new Set(list)] as T[]),
  );

/** One value out of `allowed`; an empty choice is null. */
export const oneOf = <T extends string>(allowed: readonly T[]) =>
  z.preprocess((value) => value || null, z.enum(allowed as [T, ...T[]], 'errors.field.unfit').nullable());

/** A day, 'YYYY-MM-DD', in years a person means: one of the year 0 is a date to the browser, and none to the database. */
export const day = (unfit: MessageKey) =>
  z.iso.date(unfit).refine((typed) => typed >= '1900-01-01' && typed < '2200-01-01', unfit);

/** A single checkbox. */
export const checked = z.preprocess((value) => value !== undefined && value !== '', z.boolean());
