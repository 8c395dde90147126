import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { FAITHS, LANGUAGES, MEETING_PLACES, TOPICS } from '../../matching/index.ts';
import { checked, many, oneOf, required, text } from '../../platform/http/index.ts';
import type { MessageKey } from '../../platform/i18n/index.ts';
import { JOINING } from './circle.ts';
import { isCohortMonth } from './cohort-months.ts';
import { STAGES_OFFERED } from './filters.ts';

export const MINUTES = ['30', '45', '60', '90', '120', '180'] as const;
export const WEEKS = ['1', '2', '3', '4'] as const;
export const USUAL_CAP = 12;
/** How many months the children of a cohort may be apart. */
export const COHORT_MONTHS = ['1', '2', '3', '4', '6', '12'] as const;
/** 'start': a cohort is begun, with its months. 'kept': one is changed, whose months stay. */
const COHORT = ['start', 'kept'] as const;
const MOST_QUESTIONS = 5;

/** A whole number typed in a box; empty is null. */
const whole = (least: number, most: number, message: MessageKey) =>
  z
    .string(message)
    .trim()
    .default('')
    .refine(
      (value) => value === '' || (/^\d{1,3}$/.test(value) && +value >= least && +value <= most),
      message,
    )
    .transform((value) => (value === '' ? null : Number(value)));

const questions = text(2000)
  .default('')
  .transform((value) =>
    value
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  )
  .refine((lines) => lines.length <= MOST_QUESTIONS && lines.every((line) => line.length <= 200), {
    error: 'circles.form.too-many-questions' satisfies MessageKey,
  });

const time = z
  .string()
  .default('')
  .refine((value) => value === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(value), {
    error: 'circles.form.time-unread' satisfies MessageKey,
  })
  .transform((value) => value || null);

const date = z
  .string()
  .default('')
  .refine((value) => value === '' || isDate(value), {
    error: 'circles.form.date-unread' satisfies MessageKey,
  })
  .transform((value) => value || null);

function isDate(value: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(value)) return false;
  try {
    return Boolean(Temporal.PlainDate.from(value, { overflow: 'reject' }));
  } catch {
    return false;
  }
}

const hasLetters = required(80);

/** What the form of a circle posts. Numbers of streets are refused: nobody is to be found by what a circle says. */
export const circleForm = z
  .object({
    name: text(80).default(''),
    cohort: oneOf(COHORT),
    bornFrom: text(7).default(''),
    bornMonths: oneOf(COHORT_MONTHS),
    purpose: text(1000).default(''),
    charter: text(6000).default(''),
    stages: many(STAGES_OFFERED),
    ageFrom: whole(0, 216, 'circles.form.age-unread'),
    ageTo: whole(0, 216, 'circles.form.age-unread'),
    topics: many(TOPICS),
    languages: many(LANGUAGES),
    place: z.enum(MEETING_PLACES, 'errors.field.unfit'),
    near: text(20).default(''),
    placeName: text(80)
      .default('')
      .refine((value) => !/\d/.test(value), { error: 'circles.form.no-street' satisfies MessageKey }),
    weekday: oneOf(['1', '2', '3', '4', '5', '6', '7']),
    startTime: time,
    minutes: oneOf(MINUTES),
    everyWeeks: oneOf(WEEKS),
    firstMeeting: date,
    childcare: checked,
    cost: z.enum(['free', 'paid'], 'errors.field.unfit').default('free'),
    faith: oneOf(FAITHS),
    joining: z.enum(JOINING, 'errors.field.unfit'),
    cap: whole(2, 500, 'circles.form.cap-unread'),
    questions,
  })
  .refine(({ name, cohort }) => cohort !== null || hasLetters.safeParse(name).success, {
    path: ['name'],
    error: 'circles.form.name-missing' satisfies MessageKey,
  })
  .refine(({ cohort, bornFrom }) => cohort !== 'start' || isCohortMonth(bornFrom, new Date()), {
    path: ['bornFrom'],
    error: 'circles.form.months-missing' satisfies MessageKey,
  })
  .refine(({ ageFrom, ageTo }) => ageFrom === null || ageTo === null || ageFrom <= ageTo, {
    path: ['ageTo'],
    error: 'circles.form.age-order' satisfies MessageKey,
  })
  .refine(({ place, near, placeName }) => place === 'online' || near !== '' || placeName !== '', {
    path: ['near'],
    error: 'circles.form.where-missing' satisfies MessageKey,
  })
  .refine(({ weekday, startTime }) => startTime === null || weekday !== null, {
    path: ['weekday'],
    error: 'circles.form.day-missing' satisfies MessageKey,
  });
export type CircleForm = z.infer<typeof circleForm>;
