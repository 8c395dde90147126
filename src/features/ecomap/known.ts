import type { StepKind, Support } from '../../matching/index.ts';
import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { todayIn } from '../../platform/time/index.ts';
import { type Tie as AskTie, tiesFromAsks } from '../asks/index.ts';
import { circleName, herCircles } from '../circles/index.ts';
import { helpersOf } from '../help-calendars/index.ts';
import { introductionsOf } from '../mentoring/index.ts';
import { talksOf } from '../messages/index.ts';
import { herPairs } from '../pairs/index.ts';
import { herPeople, type Kin, type Person } from '../people/index.ts';
import { actsOf } from './acts.ts';
import { nameOfOrigin, type Origin, type Source, type Tie } from './map.ts';

/** Somebody the house knows she has to do with, as a tie might begin. */
export interface Known extends Pick<Tie, 'name' | 'people' | 'ring' | 'supports' | 'flow' | 'lastContact'> {
  origin: Origin & { of: Source };
  /** Every name under which the house knows the same one, its own origin's first. */
  origins: string[];
}

/** Who reads, and by whose calendar. */
type Reader = Parameters<typeof circleName>[0] & { timeZone: string };
type Viewer = Parameters<typeof herCircles>[1];

/**
 * Whom she has to do with here, out of the sources she allows. The last contact is her own last act: what she wrote, and
 * when. What others did or wrote is not looked at.
 */
export async function knownTo(
  tx: Tx,
  keys: Keyring,
  viewer: Viewer,
  reader: Reader,
  sources: readonly Source[],
): Promise<Known[]> {
  if (sources.length === 0) return [];
  const has = (source: Source) => sources.includes(source);
  const acts = await actsOf(tx, viewer);
  const day = (at: Date | undefined) => (at ? todayIn(reader.timeZone, at) : null);
  const pairs = has('mentoring') || has('circles') ? await pairsOf(tx, viewer) : [];
  const circles = has('circles') ? (await herCircles(tx, viewer)).shown : [];
  const people = has('people') ? await herPeople(tx, keys, viewer) : [];
  const talks = has('talks') ? (await talksOf(tx, viewer)).filter(({ state }) => state === 'open') : [];
  const helpers = has('helpers') ? await helpersOf(tx, keys, viewer) : [];
  const asks = has('talks') ? await tiesFromAsks(tx, viewer) : [];
  // The room of two is a person, and a circle among her people is that circle: each is asked about once.
  const rooms = new Set([...pairs, ...people].map(({ circleId }) => circleId));
  const found: Found[] = [
    ...people.map((person) => personKnown(person, day(acts.get(person.circleId ?? '')))),
    ...(has('mentoring') ? pairs : []).map((pair) => ({
      ...PAIR,
      name: pair.otherName,
      lastContact: day(acts.get(pair.circleId ?? '')),
      origin: { of: 'mentoring' as const, id: pair.id },
      marks: [`member:${pair.otherId}`],
    })),
    ...circles
      .filter(({ circle }) => !rooms.has(circle.circleId))
      .map(({ circle }) => ({
        ...CIRCLE,
        name: circleName(reader, circle),
        people: circle.place === 'online' ? ('online' as const) : ('circle' as const),
        lastContact: day(acts.get(circle.circleId)),
        origin: { of: 'circles' as const, id: circle.circleId },
        marks: [],
      })),
    ...talks.map((talk) => ({
      ...TALK,
      ...fromAsks(asks.filter(({ talkId }) => talkId === talk.talkId)),
      name: talk.otherName,
      lastContact: day(acts.get(talk.talkId)),
      origin: { of: 'talks' as const, id: talk.talkId },
      marks: [`member:${talk.otherId}`],
    })),
    ...helpers.map((helper) => ({
      ...HELPER,
      name: helper.name,
      lastContact: day(helper.lastOn),
      origin: { of: 'helpers' as const, id: helper.helperId },
      marks: marksOf(helper),
    })),
  ];
  return eachOnce(found);
}

async function pairsOf(tx: Tx, viewer: Viewer) {
  const introduced = (await introductionsOf(tx, viewer)).filter(({ state }) => state === 'accepted');
  return [...introduced, ...(await herPairs(tx, viewer)).filter(({ endedAt }) => endedAt === null)];
}

/** One source's view of somebody, with what they can be recognised by in another: a member, an address, a number. */
type Found = Omit<Known, 'origins'> & { marks: string[] };

const marksOf = (who: { memberId?: string | null; mail: string | null; phone: string | null }): string[] => {
  const digits = who.phone?.replace(/\D/g, '');
  return [
    ...(who.memberId ? [`member:${who.memberId}`] : []),
    ...(who.mail ? [`mail:${who.mail.toLowerCase()}`] : []),
    ...(digits ? [`phone:${digits}`] : []),
  ];
};

/**
 * She who is a mentor and somebody she talks with is one person; so is a brother who brings dinner under the address
 * she has of him. Two who share no more than a name are two.
 */
function eachOnce(found: Found[]): Known[] {
  const byMark = new Map<string, Known>();
  const all: Known[] = [];
  for (const { marks, ...one } of found) {
    const origin = nameOfOrigin(one.origin);
    const before = marks.map((mark) => byMark.get(mark)).find(Boolean);
    const known = before ?? { ...one, origins: [] };
    known.origins.push(origin);
    for (const mark of marks) byMark.set(mark, known);
    if (!before) all.push(known);
    else {
      if ((one.lastContact ?? '') > (before.lastContact ?? '')) before.lastContact = one.lastContact;
      if (before.supports.length === 0) Object.assign(before, { supports: one.supports, flow: one.flow });
    }
  }
  return all;
}

const CIRCLE = { ring: 2, supports: ['emotional', 'informational'] as Support[], flow: 'both' } as const;
const PAIR = { people: 'peer', ring: 2, supports: ['emotional'] as Support[], flow: 'received' } as const;
const TALK = { people: 'peer', ring: 3, supports: ['emotional'] as Support[], flow: 'both' } as const;

const HELPER = { people: 'family', ring: 2, supports: ['practical'] as Support[], flow: 'received' } as const;

/** What an ask brought two together for says what they are to each other. */
function fromAsks(asks: AskTie[]): Pick<Known, 'supports' | 'flow'> | null {
  if (asks.length === 0) return null;
  const ways = new Set(asks.map(({ way }) => way));
  return {
    supports: [...new Set(asks.map(({ support }) => support))],
    flow: ways.size === 2 ? 'both' : asks[0]!.way,
  };
}

/** What somebody is to her says about how near she may stand; she moves whom she likes. */
const RING_OF: Record<Kin, Tie['ring']> = {
  partner: 1,
  parent: 1,
  grandparent: 1,
  sibling: 1,
  relative: 2,
  friend: 2,
  neighbour: 3,
  doctor: 3,
  circle: 2,
  other: 3,
};
const PEOPLE_OF: Partial<Record<Kin, StepKind>> = { doctor: 'professional', circle: 'circle' };

function personKnown(person: Person, lastContact: string | null): Found {
  return {
    name: person.name,
    people: PEOPLE_OF[person.kin] ?? 'family',
    ring: RING_OF[person.kin],
    supports: [],
    flow: null,
    lastContact,
    origin: { of: 'people', id: person.personId },
    marks: marksOf(person),
  };
}
