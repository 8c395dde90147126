import { z } from 'zod';
import { AGE_BANDS } from '../../matching/index.ts';
import { checked, many, oneOf, type RateLimit, text } from '../../platform/http/index.ts';
import { CULTURES, IDENTITIES, RULES_OUT } from '../programs/index.ts';
import { FAITHS_WISHED } from './wishes.ts';

export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Against a form that sends itself. */
export const ASKING: RateLimit = { points: 20, seconds: 86_400 };
/** Choosing among suggestions asks somebody each time. */
export const CHOOSING: RateLimit = { points: 10, seconds: 86_400 };

export const NOTE_MOST = 1000;

export const askingSchema = z.object({
  danger: oneOf(['yes', 'no'] as const),
  chooses: z.enum(['her', 'coordinator'], 'errors.field.unfit').default('her'),
  ages: many(AGE_BANDS),
  faith: oneOf(FAITHS_WISHED),
  culture: many(CULTURES),
  identity: many(IDENTITIES),
  rulesOut: many(RULES_OUT),
  note: text(NOTE_MOST).default(''),
  agreed: checked,
  version: z.coerce.number('errors.field.unfit').int('errors.field.unfit').optional(),
});
export type AskingForm = z.infer<typeof askingSchema>;

export const choosingSchema = z.object({
  mentor: z.string('matches.error.choose').regex(/^[\w-]{20,120}$/, 'matches.error.choose'),
});
