import { z } from 'zod';
import { FEELINGS, FLOWS, type Ring, STEP_KINDS, SUPPORTS } from '../../matching/index.ts';
import { many, oneOf, type Raw, required } from '../../platform/http/index.ts';
import type { Said } from './changing.ts';
import type { Tie } from './map.ts';

export const NAME_MOST = 80;

/** "About when", in days before today. */
export const ABOUT = { today: 0, days: 3, weeks: 14, month: 30, season: 100, year: 400 } as const;
export const ABOUT_WORDS = Object.keys(ABOUT) as (keyof typeof ABOUT)[];

const schema = z.object({
  name: required(NAME_MOST),
  people: z.enum(STEP_KINDS, 'errors.field.missing'),
  ring: z.enum(['1', '2', '3'], 'errors.field.missing').transform((ring) => Number(ring) as Ring),
  feeling: z.enum(FEELINGS, 'errors.field.unfit').default('plain'),
  flow: oneOf(FLOWS),
  supports: many(SUPPORTS),
  last: z.union([z.literal(''), z.iso.date('errors.field.unfit')]).default(''),
  about: oneOf(ABOUT_WORDS),
  version: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

/** What the form of a tie sends, by the calendar of `today`. */
export const tieForm = (today: string) =>
  schema
    .refine(({ last }) => last === '' || last <= today, { path: ['last'], message: 'ecomap.future' })
    .transform(({ last, about, version, ...said }) => ({
      version,
      said: {
        ...said,
        lastContact: last || (about && daysBefore(today, ABOUT[about])) || null,
      } satisfies Said,
    }));

export function daysBefore(today: string, days: number): string {
  const day = new Date(`${today}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return day.toISOString().slice(0, 10);
}

/** A tie as its form shows it. */
export const rawOf = (tie: Tie): Raw => ({
  name: tie.name,
  people: tie.people,
  ring: String(tie.ring),
  feeling: tie.feeling,
  flow: tie.flow ?? '',
  supports: tie.supports,
  last: tie.lastContact ?? '',
});
