import { z } from 'zod';
import { LANGUAGES, SLOTS, type Topic } from '../../matching/index.ts';
import { newId } from '../../platform/crypto/index.ts';
import { checked, day, many, type RateLimit, required, text } from '../../platform/http/index.ts';

export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const id = z.string('errors.field.missing').regex(new RegExp(`^${UUID}$`), 'errors.field.unfit');

/** Against a form that sends itself. */
export const ASKING: RateLimit = { points: 30, seconds: 86_400 };
/** Nobody leafs through the queue by taking and giving back. */
export const TAKING: RateLimit = { points: 40, seconds: 3600 };

/** What a call may be about: enough to choose a caller, too little to know her by. */
export const ABOUT = [
  'low-mood',
  'sleep',
  'feeding',
  'birth-recovery',
  'relationship',
  'loss',
  'single-parenting',
  'returning-to-work',
  'money',
  'newly-arrived',
] as const satisfies readonly Topic[];

export const NEXT_STEPS = ['circle', 'mentor', 'helpline', 'directory', 'another', 'nothing'] as const;
export type NextStep = (typeof NEXT_STEPS)[number];
export const LENGTHS = ['5', '15', '30', '45', '60', '90'] as const;

// As people write numbers; how many figures there are is all that is checked.
const phone = required(40, 'callbacks.error.phone').refine(
  (typed) => /^\+?[\d\s().\-/x]+$/i.test(typed) && /^\d{7,18}$/.test(typed.replace(/\D/g, '')),
  'callbacks.error.phone',
);

const reach = {
  hours: many(SLOTS),
  safe: text(200).default(''),
  discreet: checked,
  message: checked,
};

export const askSchema = z.object({
  key: id.catch(() => newId()),
  language: z.enum(LANGUAGES, 'callbacks.error.language'),
  name: required(40, 'callbacks.error.name'),
  phone,
  topics: many(ABOUT),
  line: text(300).default(''),
  ...reach,
});
export const hoursSchema = z.object({ phone, ...reach });

export const releaseSchema = z.object({ knows: checked });
export const trySchema = z.object({
  outcome: z.enum(['reached', 'no-answer', 'later'], 'errors.field.unfit'),
  date: text(10).default(''),
  time: text(5).default(''),
});
export const closingSchema = z.object({
  step: z.enum(NEXT_STEPS, 'callbacks.error.step'),
  minutes: z.enum(LENGTHS, 'callbacks.error.minutes').transform(Number),
});

export const turnSchema = z.object({
  shift: id,
  day: day('errors.field.unfit'),
  how: z.enum(['take', 'each', 'back', 'offer', 'keep', 'stop'], 'errors.field.unfit'),
});
const whole = (least: number, most: number) =>
  z.coerce
    .number('errors.field.unfit')
    .int('errors.field.unfit')
    .min(least, 'errors.field.unfit')
    .max(most, 'errors.field.unfit');
const languages = many(LANGUAGES).refine((list) => list.length > 0, 'callbacks.error.languages');
export const waysSchema = z.object({ languages, withheld: checked, atOnce: whole(1, 3) });

/** Today is a day further somewhere. */
const A_DAY = 86_400_000;
export const recordSchema = z.object({
  member: id,
  languages,
  trainedOn: day('callbacks.error.trained-on').refine(
    (typed) => typed <= new Date(Date.now() + A_DAY).toISOString().slice(0, 10),
    'callbacks.error.trained-on',
  ),
  agreed: checked.refine((said) => said, 'callbacks.error.agreed'),
});
export const shiftSchema = z.object({
  when: z.union([z.enum(['1', '2', '3', '4', '5', '6', '7', 'once'])], 'errors.field.unfit'),
  day: text(10).default(''),
  starts: z.string('errors.field.missing').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'callbacks.error.time'),
  hours: z.coerce.number('errors.field.unfit').min(0.25, 'errors.field.unfit').max(12, 'errors.field.unfit'),
  seats: whole(1, 9),
});
/** Of a shift that is once. */
export const shiftDay = day('callbacks.error.day');
export const settingsSchema = z.object({ promisedHours: whole(1, 168), tryMinutes: whole(15, 720) });
export const reassignSchema = z.object({ to: z.union([z.literal(''), id]).default('') });
