import { z } from 'zod';
import { checked, many, oneOf, required, text } from '../../platform/http/index.ts';
import { MOST_WEEKS } from './laying-out.ts';
import { isId } from './paths.ts';
import { OCCASIONS, TASKS } from './words.ts';

const blank = (value: unknown) => (value === '' || value === undefined ? null : value);
const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const hour = z.preprocess(
  blank,
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'help-calendars.error.hour')
    .nullable(),
);
const date = z
  .string('errors.field.missing')
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'help-calendars.error.date')
  .refine(
    (day) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day),
    'help-calendars.error.date',
  )
  .refine(
    (day) => Math.abs(Date.parse(day) - Date.now()) < 400 * 86_400_000,
    'help-calendars.error.date-far',
  );

/** Which tasks, on which days, for how long. */
const planned = {
  tasks: many(TASKS).refine((tasks) => tasks.length > 0, 'help-calendars.error.tasks'),
  days: many(DAYS).refine((days) => days.length > 0, 'help-calendars.error.days'),
  from: date,
  weeks: z.coerce
    .number('errors.field.unfit')
    .int('errors.field.unfit')
    .min(1, 'errors.field.unfit')
    .max(MOST_WEEKS, 'errors.field.unfit'),
};

/** Hours instead of the usual ones, both or neither. */
const hours = { start: hour, end: hour };
const both = ({ start, end }: { start: string | null; end: string | null }) =>
  (start === null) === (end === null);
const notOne = { message: 'help-calendars.error.hours', path: ['end'] };

export const morePlanned = z.object({ ...planned, ...hours }).refine(both, notOne);

const called = required(60, 'help-calendars.error.called');
const said = text(600).default('');
const gifts = z.preprocess(
  (value) =>
    (value === undefined ? [] : [value].flat()).filter((one) => typeof one !== 'string' || one.trim() !== ''),
  z
    .array(z.string().trim().max(500, 'errors.field.tooLong').refine(isHttps, 'help-calendars.error.gift'))
    .max(3, 'errors.field.unfit'),
);
function isHttps(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url?.protocol === 'https:' && url.hostname.includes('.') && !url.username && !url.password;
}
const occasion = oneOf(OCCASIONS).refine((one) => one !== null, 'help-calendars.error.occasion');

const mail = z.preprocess(
  blank,
  z.string().trim().max(200, 'errors.field.tooLong').pipe(z.email('help-calendars.error.mail')).nullable(),
);

export const made = z.object({
  ...planned,
  for: z.enum(['me', 'member', 'other']).catch('me'),
  member: z.string().refine(isId).nullable().catch(null),
  occasion,
  called,
  said,
  setUpBy: text(60).default(''),
  herMail: mail.default(null),
});

export const reworded = z.object({ occasion, called, said, gifts });

export const moved = z
  .object({ date, start: hour, end: hour })
  .refine(({ start, end }) => start !== null && end !== null && start !== end, notOne);

export const wished = z.object({
  likes: text(600).default(''),
  allergies: text(600).default(''),
  portions: text(120).default(''),
  leaveAtDoor: checked,
  noVisitors: checked,
  address: text(300).default(''),
  notes: text(1000).default(''),
  doorFor: z.enum(['answered', 'known']).nullable().catch(null),
  organiserVouches: checked,
});

/** Another address for the letter. */
export const mailed = z.object({
  mail: z.string().trim().max(200, 'errors.field.tooLong').pipe(z.email('help-calendars.error.mail')),
});
const phone = z.preprocess(
  blank,
  z
    .string()
    .trim()
    .max(40, 'errors.field.tooLong')
    .regex(/^[\d\s()+./-]*$/, 'help-calendars.error.phone')
    .refine((number) => number.replace(/\D/g, '').length >= 6, 'help-calendars.error.phone')
    .nullable(),
);
const reachable = ({ mail, phone }: { mail: string | null; phone: string | null }) =>
  mail !== null || phone !== null;

const offering = {
  once: z.string().refine(isId),
  name: required(60, 'help-calendars.error.name'),
  mail,
  phone,
};
const brings = text(120).default('');

/** A claim by the link; a member signed in needs leave neither mail nor number. */
export const claimed = (isMember: boolean) =>
  z
    .object({ ...offering, brings, backsUp: checked, anyway: checked })
    .refine((claim) => isMember || reachable(claim), {
      message: 'help-calendars.error.reach',
      path: ['mail'],
    });

export const standingBy = (isMember: boolean) =>
  z.object(offering).refine((offer) => isMember || offer.mail !== null, {
    message: 'help-calendars.error.mail-needed',
    path: ['mail'],
  });

export const taking = z.object({ slot: z.string().refine(isId, 'help-calendars.error.choose'), brings });
export const bringing = z.object({ brings });

export const consented = z.object({
  answer: z.enum(['yes', 'not-this', 'no']),
  tasks: many(TASKS),
  notLikeThis: text(600).default(''),
});

/** What she says to what was changed since her yes, or to what somebody would like to set for her. */
export const changeAnswered = z.object({ what: z.enum(['words', 'door']), answer: z.enum(['yes', 'no']) });
export type Claim = z.infer<ReturnType<typeof claimed>>;
