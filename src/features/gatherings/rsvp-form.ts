import { z } from 'zod';
import { ANSWERS } from './coming.ts';

export const MOST_GUESTS = 5;
export const MOST_CHILDREN = 8;

const many = (most: number) =>
  z
    .string('errors.field.missing')
    .regex(/^\d{1,2}$/, 'errors.field.unfit')
    .transform(Number)
    .pipe(z.number().max(most, 'errors.field.unfit'));

/** Her answer. What the form does not say stays as it was. */
export const Rsvp = z.object({
  answer: z.enum(ANSWERS, 'errors.field.missing'),
  guests: many(MOST_GUESTS).optional(),
  children: many(MOST_CHILDREN).optional(),
  company: z
    .enum(['none', 'wanted', 'offered'], 'errors.field.unfit')
    .transform((said) => (said === 'none' ? '' : said))
    .optional(),
});

export const SignUp = z.object({
  guests: many(MOST_GUESTS).default(0),
  children: many(MOST_CHILDREN).default(0),
});
