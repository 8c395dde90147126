import {
  isGrieving,
  type OnlineOption,
  type Seeker,
  type ServiceOption,
  type Topic,
} from '../../../matching/index.ts';
import { remember } from '../../../platform/memory/index.ts';
import {
  type HelplineShown,
  helplinesFor,
  isOverdue,
  onlineCommunities,
  professionalHelp,
  siteName,
  type Whereabouts,
} from '../../helplines/index.ts';
import { linesAtHand } from './at-hand.ts';
import type { Reach, Source } from './reach.ts';
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
/** Lines for a danger are on the help page, a tap away. */
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
  /** By the option's id; of all there is in that place, offered to her or not. */
  reach: Map<string, Reach>;
  /** The helplines of her place, nearest need first. */
  lines: HelplineShown[];
}

/** What ships with Porchlight for her place: helplines, ways to a professional, communities online. */
export function nationalFor(seeker: Seeker, where: Whereabouts): National {
  const shelf = shelfFor(where);
  const inView = new Set(linesAtHand(shelf.lines, isGrieving(seeker)).map((line) => line.id));
  const hers = (option: { topics: Topic[]; faith?: string | null }) => suits(seeker, option);
  const lines = shelf.toTalk.filter((line) => !inView.has(line.id) && hers(line));
  return {
    lines: shelf.lines,
    reach: shelf.reach,
    services: [...lines, ...shelf.help.filter(hers)],
    online: shelf.online.filter(hers),
  };
}

interface Shelf extends Pick<National, 'lines' | 'reach'> {
  /** Lines to talk to before it is a crisis: those for a crisis stand under every plan and on the help page. */
  toTalk: ServiceOption[];
  help: ServiceOption[];
  online: (OnlineOption & { faith: string | null })[];
}

const shelves = remember<Shelf>(400);

/** The same for everybody in a place who reads one language, for a day. */
function shelfFor(where: Whereabouts): Shelf {
  const day = where.now.toISOString().slice(0, 10);
  return shelves([where.country, where.region, where.language, day].join(' '), () => fill(where));
}

function fill(where: Whereabouts): Shelf {
  const spoken: Spoken = where.language.startsWith('es') ? 'es' : 'en';
  const lines = helplinesFor(where);
  const toTalk = lines.filter(
    (line) => !line.crisis && line.country !== null && !FOR_HELP_NOW.has(line.for[0]),
  );
  const help = professionalHelp.filter((fact) => isFor(fact, where));
  const communities = onlineCommunities.filter((fact) => isFor(fact, where));
  const reached = [...toTalk, ...help, ...communities];
  return {
    lines,
    reach: new Map(reached.map((fact) => [fact.id, reachOf(fact, spoken, where.now)])),
    toTalk: toTalk.map((line) => lineOption(line, spoken)),
    help: help.map((fact) => helpOption(fact, spoken)),
    online: communities.map((fact) => onlineOption(fact, spoken)),
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
    remote: true,
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
    // A list in which to look: how the one she finds can be reached, we do not know.
    remote: false,
    helpline: false,
    alwaysOpen: false,
    cost: fact.cost,
    source: 'national',
  };
}

const onlineOption = (fact: (typeof onlineCommunities)[number], spoken: Spoken): Shelf['online'][number] => ({
  id: fact.id,
  name: fact.name[spoken],
  topics: fact.topics,
  stages: fact.stages ?? [],
  languages: fact.languages,
  country: fact.country,
  cost: fact.cost,
  moderated: fact.moderated,
  faith: fact.faith,
});

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
