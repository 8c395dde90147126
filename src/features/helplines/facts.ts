import helplineFile from '../../../data/helplines.json';
import communityFile from '../../../data/online-communities.json';
import serviceFile from '../../../data/professional-help.json';
import { postalCountry, usRegion } from '../../platform/geo/index.ts';
import {
  type Helpline,
  helplineSchema,
  type OnlineCommunity,
  onlineCommunitySchema,
  type ProfessionalHelp,
  professionalHelpSchema,
  readFacts,
} from './fact-schema.ts';
import type { Concern } from './vocabulary.ts';

export const helplines: readonly Helpline[] = readFacts(
  'helplines.json',
  helplineSchema,
  helplineFile.helplines,
);
export const onlineCommunities: readonly OnlineCommunity[] = readFacts(
  'online-communities.json',
  onlineCommunitySchema,
  communityFile.communities,
);
export const professionalHelp: readonly ProfessionalHelp[] = readFacts(
  'professional-help.json',
  professionalHelpSchema,
  serviceFile.services,
);

/** A fact as it may be shown: past its review date it is kept, and said to be so. */
export type Dated<T> = T & { overdue: boolean };
export type HelplineShown = Dated<Helpline> & { inHerLanguage: boolean };

export interface Whereabouts {
  /** ISO 3166 alpha-2; null when she has not said. */
  country: string | null;
  /** US state or territory. */
  region: string | null;
  /** Language tag of her screen: "es", "en-US". */
  language: string;
  now: Date;
}

/** Whether a fact's day of review has passed. */
export function isOverdue(fact: { review: string }, now: Date): boolean {
  return fact.review < now.toISOString().slice(0, 10);
}

/** Marks facts past their review; the order stays. */
export function dated<T extends { review: string }>(facts: readonly T[], now: Date): Dated<T>[] {
  return facts.map((fact) => ({ ...fact, overdue: isOverdue(fact, now) }));
}

/**
 * The helplines for a place, first the emergency number, then lines for a crisis, then the rest; within each,
 * those that speak her language, then those for her concerns, then (but for a crisis) those of her own region.
 * Never empty: where we know no emergency number it says so, and a list of helplines by country closes it.
 */
export function helplinesFor(where: Whereabouts, concerns: readonly Concern[] = []): HelplineShown[] {
  const here = linesHere(where);
  const numberKnown = here.some((line) => line.emergency);
  const anywhere = helplines.filter((line) => line.country === null && !(line.emergency && numberKnown));
  const language = where.language.slice(0, 2).toLowerCase();
  const rank = (line: Helpline): number[] => [
    Number(!line.emergency),
    Number(line.country === null),
    Number(!line.crisis),
    Number(!line.languages.includes(language)),
    Number(!line.for.some((one) => concerns.includes(one))),
    Number(!line.crisis && line.regions === null),
  ];
  return dated([...here, ...anywhere], where.now)
    .map((line) => ({ line, rank: rank(line) }))
    .sort((a, b) => firstDifference(a.rank, b.rank))
    .map(({ line }) => ({ ...line, inHerLanguage: line.languages.includes(language) }));
}

/** The lines that can be reached where she is: US mail also goes where US numbers do not. */
function linesHere(where: Whereabouts): Helpline[] {
  const country = postalCountry(where.country ?? '');
  const region = usRegion(where.region ?? where.country);
  if (!country || (country === 'US' && region?.kind === 'associated')) return [];
  const onBaseAbroad = country === 'US' && region?.kind === 'military';
  return helplines
    .filter((line) => line.country === country && !(onBaseAbroad && line.emergency))
    .filter((line) => line.regions === null || line.regions.includes(region?.code ?? ''));
}

/** Lists of ranks compared item by item; equal ones keep the order of the file, because sort is stable. */
function firstDifference(a: number[], b: number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** Every fact past its review date, for the operator's list. */
export function overdueFacts(now: Date): { file: string; id: string; source: string; review: string }[] {
  const files = { helplines, 'online-communities': onlineCommunities, 'professional-help': professionalHelp };
  return Object.entries(files).flatMap(([file, facts]) =>
    facts
      .filter((fact) => isOverdue(fact, now))
      .map(({ id, source, review }) => ({ file: `data/${file}.json`, id, source, review })),
  );
}
