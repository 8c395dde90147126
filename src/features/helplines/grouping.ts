import type { HelplineShown } from './facts.ts';
import type { Concern } from './vocabulary.ts';

export interface Groups {
  /** Somebody may be hurt, now. */
  danger: HelplineShown[];
  talk: HelplineShown[];
  other: HelplineShown[];
}

const TO_TALK: ReadonlySet<Concern | undefined> = new Set<Concern>([
  'mood',
  'loss',
  'parenting',
  'violence',
  'child-safety',
  'lgbtq',
]);
/** What any mother may want to talk about, before what some do. */
const FOR_ANY: ReadonlySet<Concern | undefined> = new Set<Concern>(['mood', 'loss', 'parenting']);

/** The lines under three headings. Their order is kept, but talking begins with the lines made for mothers and parents. */
export function grouped(lines: HelplineShown[]): Groups {
  const groups: Groups = { danger: [], talk: [], other: [] };
  for (const line of lines) groups[groupOf(line)].push(line);
  const [some, any] = [(line: HelplineShown) => !isForAny(line), isForAny];
  groups.talk = [...groups.talk.filter(any), ...groups.talk.filter(some)];
  return groups;
}

function groupOf(line: HelplineShown): keyof Groups {
  if (line.emergency) return 'danger';
  // A directory of helplines somewhere in the world is a place to start, not the answer to a danger.
  if (line.crisis && line.country !== null && line.for.includes('danger')) return 'danger';
  return TO_TALK.has(line.for[0]) ? 'talk' : 'other';
}

const isForAny = (line: HelplineShown): boolean => line.country !== null && FOR_ANY.has(line.for[0]);
