import { z } from 'zod';
import { HELP_LIMITS, HELP_THINGS, LANGUAGES, NEEDED, SLOTS, SUPPORTS } from '../../matching/index.ts';
import { checked, many, oneOf, type RateLimit, required, text } from '../../platform/http/index.ts';
import { newAskKey } from './asking.ts';

export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Against a form that sends itself: nobody in need is to meet it. */
export const ASKING: RateLimit = { points: 30, seconds: 86_400 };
export const OFFERING: RateLimit = { points: 30, seconds: 86_400 };
/** A whole office may share one address. */
export const ANSWERING: RateLimit = { points: 60, seconds: 3600 };

export const WORDS_MOST = 500;
const WHOM_MOST = 60;
const key = z.string().regex(new RegExp(`^${UUID}$`));
const listed = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : [value].flat()),
  z.array(z.string().max(60)).max(WHOM_MOST, 'errors.field.unfit'),
);

export const askSchema = z.object({
  key: key.catch(() => newAskKey()),
  words: required(WORDS_MOST, 'asks.error.words'),
  needed: oneOf(NEEDED).transform((needed) => needed ?? 'week'),
  date: text(10).default(''),
  time: text(5).default(''),
  thing: oneOf(HELP_THINGS),
  to: listed,
  noVisits: checked,
  wants: z.enum(['1', '2', '3'], 'errors.field.unfit').default('1').transform(Number),
});

const number = (least: number, most: number) =>
  z.coerce
    .number('errors.field.unfit')
    .int('errors.field.unfit')
    .min(least, 'errors.field.unfit')
    .max(most, 'errors.field.unfit');

export const offerSchema = z.object({
  kind: z.enum(SUPPORTS, 'asks.error.kind'),
  words: required(160, 'asks.error.offer'),
  things: many(HELP_THINGS),
  boundaries: text(400).default(''),
  notFor: many(HELP_LIMITS),
  free: many(SLOTS),
  languages: many(LANGUAGES).refine((list) => list.length > 0, 'asks.error.languages'),
  online: checked,
  maxMiles: z.preprocess((miles) => (miles === '' ? undefined : miles), number(1, 200).optional()),
  atOnce: number(1, 9).default(1),
});

export const closingSchema = z.object({ as: z.enum(['helped', 'never-mind'], 'errors.field.unfit') });
export const pausingSchema = z.object({ pausing: checked });
export const answerSchema = z.object({ answer: z.enum(['yes', 'no'], 'errors.field.unfit') });
export const namingSchema = z.object({
  member: z.string('asks.error.member').regex(new RegExp(`^${UUID}$`), 'asks.error.member'),
});
