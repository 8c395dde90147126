import { z } from 'zod';
import { STAGE_KINDS, SUPPORTS, TOPICS } from '../../matching/index.ts';
import { CONCERNS } from './vocabulary.ts';

/** A fact may be believed for at most half a year before someone looks again. */
const LONGEST_BELIEF_DAYS = 184;
const DAY = 86_400_000;

const words = z.string().trim().min(1).max(400);
const bothLanguages = z.strictObject({ en: words, es: words });
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const page = z.url({ protocol: /^https?$/ });
const language = z.string().regex(/^[a-z]{2}$/);
const country = z.string().regex(/^[A-Z]{2}$/);
const regions = z.array(z.string().regex(/^[A-Z]{2}$/)).min(1);

const way = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(['call', 'text']), value: z.string().regex(/^\+?\d{2,15}$/), ...said() }),
  z.strictObject({ kind: z.literal(['chat', 'web']), value: z.url({ protocol: /^https$/ }), ...said() }),
]);

function said() {
  return {
    /** As shown: "1-833-TLC-MAMA (1-833-852-6262)". */
    label: words,
    /** What to press, say or write once through. */
    say: bothLanguages.optional(),
    /** Only in this language; otherwise in all of the record's. */
    language: language.optional(),
  };
}

/** Where a fact comes from and how long it may be believed. */
const origin = {
  /** The page to open at the next review. */
  source: page,
  verified: z.iso.date(),
  review: z.iso.date(),
  /** What was really read on `verified`, for whoever reviews next. */
  checkedAgainst: words,
};

function reviewedInTime(fact: { verified: string; review: string }): boolean {
  const days = (Date.parse(fact.review) - Date.parse(fact.verified)) / DAY;
  return days > 0 && days <= LONGEST_BELIEF_DAYS;
}

const inTime = {
  message: `review must follow verified within ${LONGEST_BELIEF_DAYS} days`,
  path: ['review'],
};

export const helplineSchema = z
  .strictObject({
    id,
    name: bothLanguages,
    what: bothLanguages,
    /** Null: wherever she is. */
    country: country.nullable(),
    /** States or territories it serves; null: the whole country. */
    regions: regions.nullable(),
    languages: z.array(language).min(1),
    ways: z.array(way),
    hours: bothLanguages,
    for: z.array(z.enum(CONCERNS)).min(1),
    /** The number for police, ambulance and fire. */
    emergency: z.boolean(),
    /** Answers people in crisis. */
    crisis: z.boolean(),
    ...origin,
  })
  .refine(reviewedInTime, inTime)
  .refine((line) => line.ways.length > 0 || line.country === null, {
    message: 'no way to reach it',
    path: ['ways'],
  });

const listed = {
  id,
  name: bothLanguages,
  what: bothLanguages,
  /** How to begin, in one sentence. */
  first: bothLanguages,
  topics: z.array(z.enum(TOPICS)).min(1),
  /** Null: any stage. */
  stages: z.array(z.enum(STAGE_KINDS)).min(1).nullable(),
  languages: z.array(language).min(1),
  country: country.nullable(),
  url: z.url({ protocol: /^https$/ }),
  /** Null: it depends. */
  cost: z.enum(['free', 'paid']).nullable(),
};

export const onlineCommunitySchema = z
  .strictObject({
    ...listed,
    /** Somebody trained looks after it; null: not known. */
    moderated: z.boolean().nullable(),
    /** A faith it is based on. */
    faith: z.string().nullable(),
    ...origin,
  })
  .refine(reviewedInTime, inTime);

export const professionalHelpSchema = z
  .strictObject({
    ...listed,
    regions: regions.nullable(),
    supports: z.array(z.enum(SUPPORTS)).min(1),
    /** How long the first step takes. */
    minutes: z.int().min(1).max(60),
    ways: z.array(way),
    ...origin,
  })
  .refine(reviewedInTime, inTime);

export type Helpline = z.infer<typeof helplineSchema>;
export type OnlineCommunity = z.infer<typeof onlineCommunitySchema>;
export type ProfessionalHelp = z.infer<typeof professionalHelpSchema>;
export type Way = z.infer<typeof way>;

/** Reads a list of facts; throws naming the record and field when one is malformed or an id is used twice. */
export function readFacts<T extends { id: string }>(
  file: string,
  schema: z.ZodType<T>,
  records: unknown,
): T[] {
  const parsed = z.array(schema).min(1).safeParse(records);
  if (!parsed.success) throw new Error(`data/${file} is not valid:\n${z.prettifyError(parsed.error)}`);
  const ids = parsed.data.map((fact) => fact.id);
  const twice = ids.find((one, index) => ids.indexOf(one) !== index);
  if (twice) throw new Error(`data/${file}: the id "${twice}" is used twice`);
  return parsed.data;
}
