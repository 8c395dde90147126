import { SLOTS } from '../words.ts';
import type { Setting } from './circle.ts';
import type { Seats } from './seats.ts';
import { IN_PERSON, ONLINE } from './sides.ts';
import { MAY } from './table.ts';

/** A setting, and how many of a pool could sit in it. */
export interface Choice {
  setting: Setting;
  count: number;
}

/** Teams that this facilitator could be part of now: of her alone, or with each who may lead beside her. */
export function teamsOf(seats: Seats, lead: number): number[][] {
  if (!seats.hasRoom(lead)) return [];
  const { theirs, together, rules } = seats.table;
  if (rules.facilitators.least === 1) return [[lead]];
  return theirs.flatMap((_one, other) =>
    seats.hasRoom(other) && together[lead * theirs.length + other] === 1
      ? [[lead, other].sort((a, b) => a - b)]
      : [],
  );
}

/** Every hour, language and way this team could meet in, for which enough of the pool could come. */
export function choicesOf(seats: Seats, team: number[], pool: readonly number[]): Choice[] {
  const { hers, theirs, may, size, languages, rules } = seats.table;
  const allowed = pool.filter((member) => team.every((lead) => may[lead * size + member]! >= MAY));
  if (allowed.length < rules.lower) return [];
  let [free, speaks, ways] = [-1, -1, -1];
  for (const lead of team) {
    free &= seats.hoursOf(lead);
    speaks &= theirs[lead]!.languages;
    ways &= theirs[lead]!.ways;
  }
  const choices: Choice[] = [];
  for (let language = 0; language < languages.length; language++) {
    if (((speaks >> language) & 1) === 0) continue;
    for (const way of [ONLINE, IN_PERSON]) {
      if ((ways & way) === 0) continue;
      const counts = new Int32Array(SLOTS.length);
      for (const member of allowed) {
        const one = hers[member]!;
        if ((one.ways & way) === 0 || ((one.languages >> language) & 1) === 0) continue;
        for (let bits = one.free & free; bits !== 0; bits &= bits - 1)
          counts[31 - Math.clz32(bits & -bits)]! += 1;
      }
      counts.forEach((count, slot) => {
        if (count >= rules.lower) choices.push({ setting: { language, slot, way, team }, count });
      });
    }
  }
  return choices;
}
