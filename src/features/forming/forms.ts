import { z } from 'zod';
import { LANGUAGES, MEETING_PLACES, NOT_ALONE, SLOTS, TOPICS } from '../../matching/index.ts';
import { checked, many, oneOf, type Raw } from '../../platform/http/index.ts';
import type { FormingSettings } from './settings.ts';

/** How far somebody may go, miles; nothing chosen: as is usual. */
export const MILES = ['2', '5', '10', '20', '40'] as const;

const shared = {
  languages: many(LANGUAGES).refine((list) => list.length > 0, 'forming.error.languages'),
  free: many(SLOTS),
  meets: z.enum(MEETING_PLACES, 'errors.field.unfit'),
  maxMiles: oneOf(MILES).transform((miles) => (miles === null ? null : Number(miles))),
  topics: many(TOPICS),
};

export const wishesSchema = z.object({ ...shared, notAlone: many(NOT_ALONE) });

/** A lead's circles at one time; more would be much. */
export const MANY = ['1', '2', '3', '4'] as const;
export const offerSchema = z.object({
  ...shared,
  circles: z.enum(MANY, 'errors.field.unfit').transform(Number),
});

const whole = (least: number, most: number) =>
  z.coerce
    .number('forming.error.number')
    .int('forming.error.number')
    .min(least, 'forming.error.number')
    .max(most, 'forming.error.number');

/** A day that calendars know and that lies in nobody's myths. */
const namedDay = z.iso
  .date('forming.error.day')
  .refine((day) => day > '2000' && day < '2200', 'forming.error.day');

/** How many days lie between two formings. */
export const RHYTHMS = ['14', '28', '42', '56', '84'] as const;
export const settingsSchema = z
  .object({
    open: checked,
    lower: whole(2, 20),
    upper: whole(2, 20),
    leads: z.enum(['1', '2'], 'errors.field.unfit').transform((n) => Number(n) as 1 | 2),
    meets: z.enum(MEETING_PLACES, 'errors.field.unfit'),
    maxMiles: shared.maxMiles,
    everyDays: z.enum(RHYTHMS, 'errors.field.unfit').transform(Number),
    nextOn: z.preprocess((day) => day || null, namedDay.nullable()),
    answerDays: whole(2, 14),
  })
  .refine(({ lower, upper }) => lower <= upper, { path: ['upper'], error: 'forming.error.bounds' })
  .refine(({ open, nextOn }) => !open || nextOn !== null, {
    path: ['nextOn'],
    error: 'forming.error.day-missing',
  }) satisfies z.ZodType<FormingSettings>;

/** The day of the forming she ends, as the page told it; '': none was named. */
export const endSchema = z.object({ planned: z.union([z.literal(''), namedDay]) });

/** What stands in a form: as it was typed, or as it is kept. */
export function typed<K extends string>(kept: Record<K, unknown>, raw: Raw | undefined) {
  const all = (name: K): string[] => [raw ? (raw[name] ?? []) : (kept[name] ?? [])].flat().map(String);
  return { all, one: (name: K): string => all(name)[0] ?? '' };
}
