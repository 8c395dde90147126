import { z } from 'zod';
import { many, oneOf, required, text } from '../../platform/http/index.ts';
import { SHOWN } from '../boundaries/index.ts';
import { HOURS } from '../onboarding/index.ts';
import { ALL_PROMPTS } from './being-there.ts';
import { KINS } from './person.ts';
import { TEXT_MOST } from './update.ts';

/** Somebody is one of these; a whole circle is added another way. */
export const KINS_OF_ONE = KINS.filter((kin) => kin !== 'circle');

const mail = z.preprocess(
  (typed) => (typeof typed === 'string' && typed.trim() ? typed.trim() : null),
  z.email('people.mail-unfit').max(254, 'errors.field.tooLong').nullable(),
);

/** The three fields she is added with. */
export const newPersonSchema = z.object({
  name: required(80, 'people.name-missing'),
  kin: z
    .enum(KINS_OF_ONE as [string, ...string[]], 'people.kin-missing')
    .transform((kin) => kin as (typeof KINS)[number]),
  mail,
});

/** All that is kept about somebody. */
export const personSchema = newPersonSchema.extend({
  phone: text(40)
    .default('')
    .transform((typed) => typed || null),
  locale: oneOf(['en', 'es']),
  note: text(1000).default(''),
});

export const SIGHTS = ['help', 'updates', 'how'] as const;
/** What somebody sees. */
export const sightSchema = z.object({ sees: many(SIGHTS) }).transform(({ sees }) => ({
  seesHelp: sees.includes('help'),
  seesUpdates: sees.includes('updates'),
  seesHow: sees.includes('how'),
}));

export const circleSchema = z.object({ circle: z.uuid('people.circle-missing') });

/** An update: its words, what the letter says, and for whom: those who are ticked, and nobody else. */
export const updateSchema = z.object({
  text: required(TEXT_MOST, 'people.update-missing'),
  letter: z.enum(['discreet', 'whole'], 'errors.field.unfit').default('discreet'),
  readers: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(z.uuid('errors.field.unfit')).min(1, 'people.readers-missing').max(200, 'errors.field.unfit'),
  ),
});
/** What was told keeps its readers: only its words change. */
export const toldSchema = updateSchema.pick({ text: true });

const own = text(3000).default('');
export const beingThereSchema = z.object({
  ticked: many(ALL_PROMPTS),
  helps: own,
  say: own,
  avoid: own,
  stage: z.string().optional(),
  turn: z.string().optional(),
});

const shown = z.enum(SHOWN, 'errors.field.unfit').default('people');
const worded = text(1500).default('');
export const boundariesSchema = z.object({
  called: text(60).default(''),
  quietFrom: oneOf(HOURS),
  quietTo: oneOf(HOURS),
  quietShown: shown,
  visiting: worded,
  visitingShown: shown,
  topics: worded,
  topicsShown: shown,
  notTold: worded,
  notToldShown: z.enum(SHOWN, 'errors.field.unfit').default('nobody'),
});
