import { SLOTS } from '../words.ts';
import { between, canMeet, loneliness } from './circle.ts';
import { IN_PERSON, ONLINE } from './sides.ts';
import { MAY, PARTED, type Table } from './table.ts';

/** Up to so many members, and so many who lead, every set of them is looked at. */
export const FEW = 13;
const LEADS = 30;

/**
 * More than this no round can be, in UNITs: the best way to part the members into circles that keep every rule by
 * themselves, as if every facilitator could lead as many as there are. Null for more than a few.
 */
export function boundOf(table: Table): number | null {
  if (table.size > FEW || table.theirs.length > LEADS) return null;
  const sets = 2 ** table.size;
  const value = new Float64Array(sets).fill(Number.NEGATIVE_INFINITY);
  for (let set = 1; set < sets; set++) value[set] = bestOf(table, membersOf(set));
  const best = new Float64Array(sets);
  for (let set = 1; set < sets; set++) {
    const first = set & -set;
    const rest = set ^ first;
    best[set] = best[rest]!;
    for (let part = rest; ; part = (part - 1) & rest) {
      best[set] = Math.max(best[set]!, value[part | first]! + best[rest ^ part]!);
      if (part === 0) break;
    }
  }
  return best[sets - 1]!;
}

const membersOf = (set: number): number[] => {
  const members: number[] = [];
  for (let left = set; left !== 0; left &= left - 1) members.push(31 - Math.clz32(left & -left));
  return members;
};

/** What these are worth as one circle at the best of times, led by whoever could; minus infinity: they may not be one. */
function bestOf(table: Table, members: number[]): number {
  const { hers, theirs, rules, pairs, size, languages, seat } = table;
  if (members.length < rules.lower || members.length > rules.upper) return Number.NEGATIVE_INFINITY;
  for (const [at, one] of members.entries()) {
    for (let before = 0; before < at; before++) {
      if (pairs[one * size + members[before]!] === PARTED) return Number.NEGATIVE_INFINITY;
    }
  }
  if (loneliness(table, members) !== 0) return Number.NEGATIVE_INFINITY;
  let best = Number.NEGATIVE_INFINITY;
  for (const team of teamsFor(table, members)) {
    const all = [...members.map((at) => hers[at]!), ...team.map((at) => theirs[at]!)];
    const free = all.reduce((bits, one) => bits & one.free, -1);
    const speaks = all.reduce((bits, one) => bits & one.languages, -1);
    const ways = all.reduce((bits, one) => bits & one.ways, -1);
    if ((free & (2 ** SLOTS.length - 1)) === 0) continue;
    for (const way of [ONLINE, IN_PERSON]) {
      if ((ways & way) === 0) continue;
      if (!canMeet(table, { team, way, language: 0, slot: 0 }, members)) continue;
      const company = companyOf(table, way, members);
      if (company === Number.NEGATIVE_INFINITY) continue;
      languages.forEach((_language, language) => {
        if (((speaks >> language) & 1) === 0) return;
        best = Math.max(best, company + members.reduce((sum, one) => sum + seat[language * size + one]!, 0));
      });
    }
  }
  return best;
}

function teamsFor({ theirs, may, size, together, rules }: Table, members: readonly number[]): number[][] {
  const could = theirs.flatMap(({ facilitator }, lead) =>
    facilitator.circlesLeft > 0 && members.every((one) => may[lead * size + one]! >= MAY) ? [lead] : [],
  );
  if (rules.facilitators.least === 1) return could.map((lead) => [lead]);
  return could.flatMap((one, at) =>
    could
      .slice(at + 1)
      .flatMap((other) => (together[one * theirs.length + other] === 1 ? [[one, other]] : [])),
  );
}

function companyOf(table: Table, way: number, members: readonly number[]): number {
  let sum = 0;
  for (const [at, one] of members.entries()) {
    for (let before = 0; before < at; before++) {
      const value = between(table, way, one, members[before]!);
      if (value === PARTED) return Number.NEGATIVE_INFINITY;
      sum += value;
    }
  }
  return sum;
}
