import {
  AGE_BANDS,
  type AgeBand,
  FAITHS,
  type MentorAbout,
  type RuledOut,
  STAGE_KINDS,
  type StageKind,
  TOPICS,
  type Topic,
} from '../../matching/index.ts';

/** Faiths a mentor may name and a mother may wish for. */
export const NAMED_FAITHS = FAITHS.filter((faith) => faith !== 'any');
export type NamedFaith = (typeof NAMED_FAITHS)[number];

/** Where a family's ways come from. Said by whoever wants to; wished for, never ruled out. */
export const CULTURES = [
  'latina',
  'black-american',
  'african',
  'caribbean',
  'east-asian',
  'south-asian',
  'southeast-asian',
  'middle-eastern',
  'native-american',
  'pacific-islander',
  'eastern-european',
] as const;
export type Culture = (typeof CULTURES)[number];

/** What she may want to be known to somebody who looks for the same. */
export const IDENTITIES = [
  'lgbtq',
  'immigrant',
  'disabled',
  'young-mother',
  'older-mother',
  'single-mother',
  'adoptive-mother',
  'military',
  'student',
] as const;
export type Identity = (typeof IDENTITIES)[number];

/** What a mentor chose to say of herself; as the column `traits` keeps it. */
export interface Traits extends MentorAbout {
  ageBand: AgeBand | null;
  faith: NamedFaith | null;
  culture: Culture[];
  identity: Identity[];
}

/** Traits as they were kept; whatever is not one of today's words is left out. */
export function traitsFrom(kept: unknown): Traits {
  const said = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  return {
    ageBand: AGE_BANDS.find((one) => one === said.ageBand) ?? null,
    faith: NAMED_FAITHS.find((one) => one === said.faith) ?? null,
    culture: among(CULTURES, said.culture),
    identity: among(IDENTITIES, said.identity),
  };
}

const among = <T extends string>(allowed: readonly T[], said: unknown): T[] =>
  Array.isArray(said) ? allowed.filter((one) => said.includes(one)) : [];

/** Everything that may be ruled out, each as the column `rules_out` keeps it: 'topic:loss', 'stage:trying', 'age:under-25'. */
export const RULES_OUT = [
  ...TOPICS.map((one) => `topic:${one}` as const),
  ...STAGE_KINDS.map((one) => `stage:${one}` as const),
  ...AGE_BANDS.map((one) => `age:${one}` as const),
  ...NAMED_FAITHS.map((one) => `faith:${one}` as const),
];
export type RulesOut = (typeof RULES_OUT)[number];

/** What was ruled out, as the engine wants it. */
export function ruledOutFrom(kept: readonly string[]): RuledOut {
  const named = (kind: string) =>
    kept.filter((one) => one.startsWith(`${kind}:`)).map((one) => one.slice(kind.length + 1));
  return {
    topics: named('topic') as Topic[],
    stages: named('stage') as StageKind[],
    ages: named('age') as AgeBand[],
    faiths: named('faith'),
  };
}

/** What a mentor may rather not be matched on: what would be too near to her own story. Nobody's origin, faith or way of life. */
export const MENTOR_RULES_OUT = [
  'topic:loss',
  'topic:nicu',
  'topic:low-mood',
  'topic:relationship',
  'stage:trying',
  'stage:expecting',
] as const satisfies RulesOut[];
