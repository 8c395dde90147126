import { z } from 'zod';
import { checked, oneOf, required, text } from '../../platform/http/index.ts';
import { DECISIONS } from './case.ts';
import { REASONS } from './report.ts';
import { SUBJECT_KINDS } from './subject.ts';

export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** What a report is about, in the address and in the form. */
export const aboutSchema = z.object({
  kind: z.enum(SUBJECT_KINDS),
  id: z.string().regex(new RegExp(`^${UUID}$`)),
});

export const reportSchema = z.object({
  reason: z.enum(REASONS, 'safety.reason-missing'),
  note: text(2000).default(''),
});

/** For how many days a sanction may last. */
export const DAYS = ['1', '3', '7', '30', '90'] as const;
const day = 24 * 60 * 60 * 1000;
const daysFromNow = (days: string | null): Date | null =>
  days === null ? null : new Date(Date.now() + Number(days) * day);

export const decisionSchema = z
  .object({
    decision: z.enum(DECISIONS, 'safety.decision-missing'),
    why: text(2000).default(''),
    rule: text(500).default(''),
    told: text(2000).default(''),
    days: oneOf(DAYS).optional().default(null),
  })
  .refine(({ decision, why }) => decision === 'none' || decision === 'support' || why !== '', {
    path: ['why'],
    message: 'safety.why-missing',
  })
  .refine(({ decision, days }) => decision !== 'suspend' || days !== null, {
    path: ['days'],
    message: 'safety.days-missing',
  })
  .transform(({ days, ...rest }) => ({
    ...rest,
    until: rest.decision === 'suspend' ? daysFromNow(days) : null,
  }));

/** Of a facilitator's removal: one of the ready reasons, or 'other' with words of her own; words may stand beside any. */
export const takedownSchema = z
  .object({
    because: z.string('safety.takedown-missing').min(1, 'safety.takedown-missing').max(60),
    own: text(1000).default(''),
    rule: text(500).default(''),
  })
  .refine(({ because, own }) => because !== 'other' || own !== '', {
    path: ['own'],
    message: 'safety.why-missing',
  });

/** What was read before it was let in. */
export const admissionSchema = z.object({ mark: text(64).default('') });
export const takingSchema = z.object({ taking: checked });
export const reasonSchema = z.object({ why: required(2000, 'safety.why-missing') });
export const appealSchema = z.object({ words: required(4000, 'safety.appeal-missing') });
export const hearingSchema = z.object({
  finding: z.enum(['uphold', 'overturn'], 'safety.finding-missing'),
  answer: required(2000, 'safety.answer-missing'),
});

export const muteSchema = z
  .object({ why: required(2000, 'safety.why-missing'), days: z.enum(DAYS, 'safety.days-missing') })
  .transform(({ why, days }) => ({ why, until: daysFromNow(days)! }));

const among = (allowed: readonly string[]) =>
  z.enum(allowed as [string, ...string[]], 'errors.field.unfit').transform(Number);
export const HOLDS = ['0', '1', '3', '5'] as const;
export const SLOWS = ['0', '5', '15', '60'] as const;
export const careSchema = z.object({ holdFirst: among(HOLDS), slowMinutes: among(SLOWS), locked: checked });

const hours = (most: number) =>
  z.coerce
    .number('errors.field.unfit')
    .int('errors.field.unfit')
    .min(1, 'errors.field.unfit')
    .max(most, 'errors.field.unfit');
export const promiseSchema = z.object({
  answerHours: hours(168),
  dangerHours: hours(24),
  escalation: text(6000).default(''),
});
export const templateSchema = z.object({
  decision: z.enum(DECISIONS, 'safety.decision-missing'),
  title: required(80),
  words: required(2000),
});
