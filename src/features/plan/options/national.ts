import type { OnlineOption, Seeker, ServiceOption, Topic } from '../../../matching/index.ts';
import {
  dated,
  type HelplineShown,
  helplinesFor,
  isOverdue,
  onlineCommunities,
  professionalHelp,
  type Whereabouts,
} from '../../helplines/index.ts';
import { type Reach, type Source, siteName } from './reach.ts';
import { suits } from './suits.ts';

type Concern = HelplineShown['for'][number];
type Spoken = 'en' | 'es';

/** What a helpline's concerns are called among the topics of a plan. */
const TOPICS_OF: Partial<Record<Concern, Topic[]>> = {
  mood: ['low-mood'],
  loss: ['loss'],
  feeding: ['feeding'],
  money: ['money'],
  lgbtq: ['lgbtq'],
};
/** Lines for a danger are on the help page, a tap away; a plan offers those one talks to before that. */
const FOR_HELP_NOW: ReadonlySet<Concern | undefined> = new Set<Concern>([
  'danger',
  'violence',
  'poison',
  'child-safety',
  'substance',
  'military',
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
export function nationalFor(seeker: Seeker, where: Whereabouts): National {
  const spoken: Spoken = where.language.startsWith('es') ? 'es' : 'en';
  const lines = helplinesFor(where);
  const offered = lines.filter(
    (line) => !FOR_HELP_NOW.has(line.for[0]) && suits(seeker, { topics: topicsOf(line) }),
  );
  const hers = (fact: Listed) => isFor(fact, where) && suits(seeker, fact);
  const help = dated(professionalHelp, where.now).filter(hers);
  const communities = dated(onlineCommunities, where.now).filter(hers);
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
function isFor(fact: Listed, where: Whereabouts): boolean {
  if (fact.country !== null && fact.country !== where.country) return false;
  return !('regions' in fact) || !fact.regions || fact.regions.includes(where.region ?? '');
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
    topics: topicsOf(line),
    stages: [],
    languages: line.languages,
    country: line.country,
    helpline: true,
    alwaysOpen: line.hours.en.startsWith('Day and night'),
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

const topicsOf = (line: HelplineShown): Topic[] => line.for.flatMap((concern) => TOPICS_OF[concern] ?? []);

type Listed = (typeof professionalHelp)[number] | (typeof onlineCommunities)[number];
type Fact = HelplineShown | Listed;

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
