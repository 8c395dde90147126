import type { OnlineOption, ServiceOption, Topic } from '../../../matching/index.ts';
import {
  dated,
  type Helpline,
  type HelplineShown,
  helplinesFor,
  isOverdue,
  onlineCommunities,
  professionalHelp,
  type Whereabouts,
} from '../../helplines/facts.ts';
import { type Reach, type Source, siteName } from './reach.ts';

type Concern = Helpline['for'][number];
type Spoken = 'en' | 'es';

/** What a helpline's concerns are called among the topics of a plan. */
const TOPICS_OF: Partial<Record<Concern, Topic[]>> = {
  mood: ['low-mood'],
  loss: ['loss'],
  feeding: ['feeding'],
  money: ['money'],
  lgbtq: ['lgbtq'],
};
/** A line for one danger alone belongs on the help page, not among the steps of a plan. */
const FOR_A_PLAN: ReadonlySet<Concern> = new Set([
  'mood',
  'loss',
  'feeding',
  'parenting',
  'money',
  'lgbtq',
  'general',
]);

export interface National {
  services: ServiceOption[];
  online: OnlineOption[];
  /** By the option's id. */
  reach: Map<string, Reach>;
  /** The helplines of her place, nearest need first. */
  lines: HelplineShown[];
}

/** What ships with Porchlight for her place: helplines, ways to a professional, communities online. */
export function nationalFor(where: Whereabouts): National {
  const spoken: Spoken = where.language.startsWith('es') ? 'es' : 'en';
  const lines = helplinesFor(where);
  const offered = lines.filter((line) => !line.emergency && line.for.some((one) => FOR_A_PLAN.has(one)));
  const help = dated(professionalHelp, where.now).filter((fact) => isFor(fact, where));
  const communities = dated(onlineCommunities, where.now).filter((fact) => isFor(fact, where));
  const reach = new Map<string, Reach>();
  for (const fact of [...offered, ...help, ...communities])
    reach.set(fact.id, reachOf(fact, spoken, where.now));
  return {
    lines,
    reach,
    services: [
      ...offered.map((line) => lineOption(line, spoken)),
      ...help.map((fact) => helpOption(fact, spoken)),
    ],
    online: communities.map((fact) => ({
      id: fact.id,
      name: fact.name[spoken],
      topics: fact.topics,
      stages: fact.stages ?? [],
      languages: fact.languages,
      country: fact.country,
      cost: fact.cost,
      moderated: fact.moderated,
    })),
  };
}

/** Somebody whose country is not known is shown what is open to all. */
function isFor(fact: { country: string | null; regions?: string[] | null }, where: Whereabouts): boolean {
  if (fact.country !== null && fact.country !== where.country) return false;
  return !fact.regions || fact.regions.includes(where.region ?? '');
}

const anywhere = {
  region: null,
  latitude: null,
  longitude: null,
  remote: true,
  openingsKnown: null,
} as const;

function lineOption(line: HelplineShown, spoken: Spoken): ServiceOption {
  return {
    ...anywhere,
    id: line.id,
    name: line.name[spoken],
    topics: line.for.flatMap((concern) => TOPICS_OF[concern] ?? []),
    stages: [],
    languages: line.languages,
    country: line.country,
    helpline: true,
    alwaysOpen: line.hours.en === 'Day and night, every day',
    cost: 'free',
    source: 'national',
  };
}

function helpOption(fact: (typeof professionalHelp)[number], spoken: Spoken): ServiceOption {
  return {
    ...anywhere,
    id: fact.id,
    name: fact.name[spoken],
    topics: fact.topics,
    stages: fact.stages ?? [],
    languages: fact.languages,
    country: fact.country,
    helpline: false,
    alwaysOpen: false,
    cost: fact.cost,
    source: 'national',
  };
}

type Fact = HelplineShown | (typeof professionalHelp)[number] | (typeof onlineCommunities)[number];

function reachOf(fact: Fact, spoken: Spoken, now: Date): Reach {
  const page = 'url' in fact ? [{ kind: 'web' as const, value: fact.url, label: siteName(fact.url) }] : [];
  const source: Source = {
    name: siteName(fact.source),
    url: fact.source,
    verified: fact.verified,
    overdue: isOverdue(fact, now),
  };
  return {
    what: fact.what[spoken],
    first: 'first' in fact ? fact.first[spoken] : null,
    minutes: 'minutes' in fact ? fact.minutes : null,
    ways: [
      ...('ways' in fact ? fact.ways.filter((way) => !way.language || way.language === spoken) : []),
      ...page,
    ],
    source,
  };
}
