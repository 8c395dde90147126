import { z } from 'zod';
import { AGE_BANDS, LANGUAGES, SLOTS, TOPICS } from '../../matching/index.ts';
import {
  checked,
  day,
  type Errors,
  many,
  oneOf,
  type Raw,
  required,
  text,
} from '../../platform/http/index.ts';
import type { MessageKey } from '../../platform/i18n/index.ts';
import type { Said } from './mentor.ts';
import { ASKED_OF, CHECKS, type Program, type Question } from './program.ts';
import { CULTURES, IDENTITIES, MENTOR_RULES_OUT, NAMED_FAITHS } from './traits.ts';

/** A whole number between two, in digits. */
const whole = (least: number, most: number, unfit: MessageKey = 'programs.error.number') =>
  z.coerce.number(unfit).int(unfit).min(least, unfit).max(most, unfit);
const maybe = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());

export const basicsSchema = z.object({
  name: required(80),
  about: text(2000),
  promiseDays: whole(1, 60),
  firstContactHours: whole(1, 336),
  cadenceDays: whole(1, 60),
  weeks: whole(1, 104),
  recoveredMonths: maybe(whole(1, 60)),
  needs: many(CHECKS),
  notInDanger: checked,
});

export const agreementSchema = z.object({ agreement: required(6000) });

export const safetySchema = z.object({ safety: text(4000) });

export const phaseSchema = z.object({ name: required(80), fromWeek: whole(1, 104), guide: text(6000) });

const MOST_CHOICES = 12;

export const questionSchema = z.object({
  words: required(200),
  askedOf: z.enum(ASKED_OF, 'errors.field.unfit'),
  counts: whole(0, 3, 'errors.field.unfit'),
  /** One to a line; the same twice is once. */
  choices: text(2000)
    .transform((lines) => [...new Set(lines.split('\n').map((line) => line.trim()))].filter(Boolean))
    .refine((list) => list.length >= 2 && list.length <= MOST_CHOICES, 'programs.error.choices')
    .refine((list) => list.every((choice) => choice.length <= 80), 'programs.error.choice-long'),
});

export const itemSchema = z.object({ name: required(160) });

const aDay = day('programs.error.day');
export const checkSchema = z.object({
  what: z.enum(CHECKS, 'errors.field.unfit'),
  itemId: maybe(z.uuid('errors.field.unfit')),
  doneOn: aDay,
});

/** The most a mentor may offer; five is already much. */
export const ROOM = [1, 2, 3, 4, 5] as const;
export const roomSchema = z.object({ capacity: whole(1, ROOM.length, 'programs.error.room') });

export const agreeingSchema = z.object({
  agreed: checked.refine(Boolean, 'programs.error.agree'),
  agreementVersion: whole(1, 10_000, 'programs.error.agreement-changed'),
});

const mentorFields = {
  about: text(600),
  experiences: many(TOPICS).refine((list) => list.length > 0, 'programs.error.experiences'),
  languages: many(LANGUAGES).refine((list) => list.length > 0, 'programs.error.languages'),
  free: many(SLOTS),
  online: checked,
  recoveredMonth: maybe(whole(1, 12, 'programs.error.month')),
  recoveredYear: maybe(whole(1900, 2200, 'programs.error.month')),
  ageBand: oneOf(AGE_BANDS),
  faith: oneOf(NAMED_FAITHS),
  culture: many(CULTURES),
  identity: many(IDENTITIES),
  rulesOut: many(MENTOR_RULES_OUT),
};
export const sayingSchema = z.object(mentorFields);
export const applyingSchema = z.object({ ...mentorFields, ...roomSchema.shape, ...agreeingSchema.shape });

type Typed = z.infer<typeof sayingSchema> & { capacity?: number };

/** What she said, out of what was typed; or what about it does not fit this program. `today` is 'YYYY-MM-DD'. */
export function saidOf(
  program: Program,
  typed: Typed,
  raw: Raw,
  today: string,
): { said: Said; errors: Errors } {
  const { ageBand, faith, culture, identity, recoveredMonth, recoveredYear, capacity = 1, ...same } = typed;
  const recoveredSince =
    recoveredMonth && recoveredYear ? `${recoveredYear}-${String(recoveredMonth).padStart(2, '0')}` : null;
  const errors: Errors = {};
  const unfit = monthUnfit(program, recoveredSince, Boolean(recoveredMonth || recoveredYear), today);
  if (unfit) errors.recoveredMonth = unfit;
  const answers = answersIn(mentorsQuestions(program), raw);
  const traits = { ageBand, faith, culture, identity };
  return { said: { ...same, recoveredSince, traits, answers, capacity }, errors };
}

/** What is wrong with the month since when she is well again, for this program. */
function monthUnfit(
  program: Program,
  since: string | null,
  begun: boolean,
  today: string,
): MessageKey | null {
  const months = program.recoveredMonths;
  if (months === null) return null;
  if (!since) return begun ? 'programs.error.month' : 'programs.error.recovered';
  if (since > today.slice(0, 7)) return 'programs.error.month-ahead';
  return monthsBetween(since, today) < months ? 'programs.error.not-yet' : null;
}

const monthsBetween = (since: string, today: string): number => {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return count(today) - count(since);
};

/** The questions that a mentor is asked. */
export const mentorsQuestions = (program: Pick<Program, 'questions'>): Question[] =>
  program.questions.filter((question) => question.askedOf !== 'mentee');

/** The field of a question's answer. */
export const fieldOf = (question: Pick<Question, 'id'>): string => `answer-${question.id}`;

/** What was chosen of each question; one left open, or answered with something else, was not answered. */
export function answersIn(questions: readonly Question[], raw: Raw): Record<string, string> {
  const given = questions.map(
    ({ id, choices }) => [id, choices.find((one) => one === raw[fieldOf({ id })])] as const,
  );
  return Object.fromEntries(given.filter((pair): pair is [string, string] => pair[1] !== undefined));
}
