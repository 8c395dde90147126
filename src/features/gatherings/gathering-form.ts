import { z } from 'zod';
import { FAITHS, LANGUAGES, MEETING_PLACES, TOPICS } from '../../matching/index.ts';
import { checked, many, oneOf, required, text } from '../../platform/http/index.ts';
import type { MessageKey } from '../../platform/i18n/index.ts';
import { isZone } from '../../platform/time/index.ts';
import { cappedNumber, dateBox, isLink, manyDates, timeBox } from './form-boxes.ts';
import { COSTS, KINDS, SEEN_BY } from './gathering.ts';

/** How long it takes, in minutes, as offered; what is being changed may last otherwise. */
export const LENGTHS = [30, 45, 60, 90, 120, 180, 240, 480] as const;

/** In plain words; 'own' is a rule of RFC 5545 as typed. */
export const REPEATS = ['never', 'weekly', 'fortnightly', 'monthly-day', 'monthly-date', 'own'] as const;
export type Repeats = (typeof REPEATS)[number];

/** Everybody is welcome at a gathering unless said otherwise; "rather not say" is nobody to plan for. */
export const STAGES_WELCOME = [
  'trying',
  'expecting',
  'baby',
  'toddler',
  'school-age',
  'adopting',
  'loss',
] as const;

/** What somebody may have said of a fact; '' is nothing. */
const fact = oneOf(['yes', 'no'])
  .default(null)
  .transform((said) => (said === null ? null : said === 'yes'));

const boxes = z.object({
  kind: z.enum(KINDS, 'errors.field.unfit'),
  title: required(120, 'gatherings.form.title-missing'),
  description: text(6000).default(''),
  seenBy: z.enum(SEEN_BY, 'errors.field.unfit'),

  date: dateBox,
  startTime: timeBox,
  allDay: checked,
  minutes: cappedNumber(5, 20_160, 'gatherings.form.length-unread'),
  zone: z
    .string()
    .default('')
    .refine((zone) => zone === '' || isZone(zone), { error: 'errors.field.unfit' satisfies MessageKey }),
  repeats: z.enum(REPEATS, 'errors.field.unfit').default('never'),
  until: dateBox,
  times: cappedNumber(1, 400, 'gatherings.form.times-unread'),
  rule: text(500).default(''),
  extra: manyDates,
  exceptOn: manyDates,

  place: z.enum(MEETING_PLACES, 'errors.field.unfit'),
  venue: text(160).default(''),
  address: text(240).default(''),
  home: checked,
  near: text(20).default(''),
  placeName: text(80).default(''),
  link: text(1000)
    .default('')
    .refine((link) => link === '' || isLink(link), {
      error: 'gatherings.form.link-unread' satisfies MessageKey,
    }),
  gettingThere: text(300).default(''),

  babies: fact,
  siblings: fact,
  feeding: fact,
  strollers: fact,
  childcare: fact,
  step_free: fact,
  accessNote: text(300).default(''),
  cost: oneOf(COSTS).default(null),
  costNote: text(160).default(''),
  languages: many(LANGUAGES),
  faith: oneOf(FAITHS).default(null),
  forWhom: text(300).default(''),
  stages: many(STAGES_WELCOME),
  topics: many(TOPICS),
  ageFrom: cappedNumber(0, 216, 'gatherings.form.age-unread'),
  ageTo: cappedNumber(0, 216, 'gatherings.form.age-unread'),
  capacity: cappedNumber(1, 10_000, 'gatherings.form.capacity-unread'),
  series: checked,
});

/** What the form of a gathering posts. */
export const gatheringForm = boxes
  .refine(({ date }) => date !== null, {
    path: ['date'],
    error: 'gatherings.form.date-missing' satisfies MessageKey,
  })
  .refine(({ allDay, startTime }) => allDay || startTime !== null, {
    path: ['startTime'],
    error: 'gatherings.form.time-missing' satisfies MessageKey,
  })
  .refine(({ repeats, rule }) => repeats !== 'own' || rule !== '', {
    path: ['rule'],
    error: 'gatherings.form.rule-missing' satisfies MessageKey,
  })
  .refine(({ date, until }) => !date || !until || until >= date, {
    path: ['until'],
    error: 'gatherings.form.until-early' satisfies MessageKey,
  })
  .refine(({ until, times }) => until === null || times === null, {
    path: ['times'],
    error: 'gatherings.form.one-end' satisfies MessageKey,
  })
  .refine(({ ageFrom, ageTo }) => ageFrom === null || ageTo === null || ageFrom <= ageTo, {
    path: ['ageTo'],
    error: 'gatherings.form.age-order' satisfies MessageKey,
  });
export type GatheringForm = z.infer<typeof gatheringForm>;

/** What may be different about one of its times. Empty is as the gathering says. */
export const occurrenceForm = z
  .object({
    date: dateBox,
    startTime: timeBox,
    minutes: cappedNumber(5, 20_160, 'gatherings.form.length-unread'),
    title: text(120).default(''),
    venue: text(160).default(''),
    note: text(300).default(''),
    capacity: cappedNumber(1, 10_000, 'gatherings.form.capacity-unread'),
  })
  .refine(({ date }) => date !== null, {
    path: ['date'],
    error: 'gatherings.form.date-missing' satisfies MessageKey,
  });
export type OccurrenceForm = z.infer<typeof occurrenceForm>;

/** A line to those who meant to come. */
export const noteForm = z.object({ note: text(300).default('') });
