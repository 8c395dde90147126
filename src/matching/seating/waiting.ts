import { say } from '../keys.ts';
import { SLOTS } from '../words.ts';
import type { Circle } from './circle.ts';
import { isApart } from './pair-rules.ts';
import type { StillWaiting, WaitingWhy } from './seating.ts';
import { type Hers, IN_PERSON, ONLINE, suitsWith } from './sides.ts';
import { MAY, PARTED, type Table } from './table.ts';

/** Why each of those who are left waits: the first thing for want of which there is no circle for her. */
export function whyEach(table: Table, circles: readonly Circle[]): StillWaiting[] {
  const seated = new Set(circles.flatMap(({ members }) => members));
  return table.hers.flatMap((hers, at) => (seated.has(at) ? [] : [told(hers.member.id, whyOf(table, at))]));
}

export const told = (id: string, why: WaitingWhy): StillWaiting => ({
  id,
  why,
  reason: say(`seating-reasons.waiting.${why}`, { reader: 'board' }),
  reasonForHer: say(`seating-reasons.waiting.${why}`, { reader: 'member' }),
});

/** Companions are counted out one thing after another; what leaves too few is why. */
function whyOf(table: Table, at: number): WaitingWhy {
  const { hers, theirs, rules, pairs, size } = table;
  const one = hers[at]!;
  const need = rules.lower - 1;
  let others = hers.flatMap((_hers, other) => (other === at ? [] : [other]));
  const few = (keeps: (other: number) => boolean) => {
    others = others.filter(keeps);
    return others.length < need;
  };
  if (others.length < need) return 'few';
  const leads = theirs.flatMap(({ facilitator }, lead) => (facilitator.circlesLeft > 0 ? [lead] : []));
  if (leads.length < rules.facilitators.least) return 'facilitator';
  if (few((other) => (hers[other]!.languages & one.languages) !== 0)) return 'language';
  if (few((other) => !isApart(hers[other]!.member, one.member))) return 'apart';
  if (few((other) => pairs[at * size + other] !== PARTED)) return 'stage';
  if (few((other) => suitsWith(hers[other]!, one))) return 'far';
  const [best, company] = busiest(hers, others, one);
  if (company < need) return 'hours';
  if (one.asks !== 0 && !hasCompany(hers, others, one)) return 'alone';
  return leads.some((lead) => couldLead(table, lead, at, best)) ? 'room' : 'facilitator';
}

/** Squares of her week at which most of them could come, and how many. */
function busiest(hers: readonly Hers[], others: readonly number[], one: Hers): [number, number] {
  const counts = new Int32Array(SLOTS.length);
  for (const other of others) {
    for (let bits = hers[other]!.free & one.free; bits !== 0; bits &= bits - 1) {
      counts[31 - Math.clz32(bits & -bits)]! += 1;
    }
  }
  const most = Math.max(...counts);
  return [counts.reduce((bits, count, slot) => (count === most ? bits | (1 << slot) : bits), 0), most];
}

function hasCompany(hers: readonly Hers[], others: readonly number[], { asks }: Hers): boolean {
  const present = others.reduce((bits, other) => bits | hers[other]!.has, 0);
  return (asks & ~present) === 0;
}

function couldLead({ theirs, hers, may, size }: Table, lead: number, at: number, hours: number): boolean {
  const [theirsOne, one] = [theirs[lead]!, hers[at]!];
  return (
    may[lead * size + at]! >= MAY &&
    (theirsOne.free & hours) !== 0 &&
    (theirsOne.languages & one.languages) !== 0 &&
    (theirsOne.ways & one.ways & (ONLINE | IN_PERSON)) !== 0
  );
}
