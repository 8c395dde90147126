import { SLOTS, type Slot } from '../words.ts';
import { between, type Circle, canMeet, fits, loneliness, suits } from './circle.ts';
import { isApart } from './pair-rules.ts';
import { proposed } from './proposed.ts';
import type { ProposedCircle, SeatingInput } from './seating.ts';
import { IN_PERSON, ONLINE } from './sides.ts';
import { PARTED, type Table, tableOf } from './table.ts';

/** A circle as somebody put it together: who is in it, who leads it, when, how and in which language. */
export interface ChosenCircle {
  members: readonly string[];
  facilitators: readonly string[];
  language: string | null;
  slot: Slot;
  place: 'online' | 'in-person';
}

/** The first rule a chosen circle breaks: somebody is not there any more, too few or many, or they may not sit together. */
export type CircleFault = 'gone' | 'few' | 'many' | 'leads' | 'setting' | 'apart' | 'alone' | 'far';

/** Whether a circle keeps every rule as things stand now, and if so all that is to be said of it. */
export function checkCircle(
  { members, facilitators, rules }: SeatingInput,
  chosen: ChosenCircle,
): { circle: ProposedCircle } | { fault: CircleFault } {
  const table = tableOf({
    members: members.filter(({ id }) => chosen.members.includes(id)),
    facilitators: facilitators.filter(({ id }) => chosen.facilitators.includes(id)),
    rules,
  });
  if (table.size < new Set(chosen.members).size) return { fault: 'gone' };
  if (table.size < rules.lower) return { fault: 'few' };
  if (table.size > rules.upper) return { fault: 'many' };
  const circle: Circle = {
    members: table.hers.map((_one, at) => at),
    team: table.theirs.map((_one, at) => at),
    language: chosen.language === null ? 0 : table.languages.indexOf(chosen.language),
    slot: SLOTS.indexOf(chosen.slot),
    way: chosen.place === 'online' ? ONLINE : IN_PERSON,
  };
  const fault = faultIn(table, circle, chosen);
  return fault ? { fault } : { circle: proposed(table, circle) };
}

function faultIn(table: Table, circle: Circle, chosen: ChosenCircle): CircleFault | null {
  const { theirs, rules } = table;
  const leads = theirs.map(({ facilitator }) => facilitator);
  const { least, most } = rules.facilitators;
  const isTeam =
    leads.length === new Set(chosen.facilitators).size &&
    leads.length >= least &&
    leads.length <= most &&
    leads.every(
      (one, at) => one.circlesLeft > 0 && leads.slice(0, at).every((other) => !isApart(one, other)),
    );
  if (!isTeam) return 'leads';
  if (circle.language < 0 || circle.slot < 0) return 'setting';
  if (!theirs.every((one) => suits(one, circle))) return 'setting';
  if (!circle.members.every((member) => suits(table.hers[member]!, circle))) return 'setting';
  const parted = (one: number, at: number) =>
    circle.members.slice(0, at).some((other) => between(table, circle.way, one, other) === PARTED);
  if (circle.members.some(parted) || !circle.members.every((one) => fits(table, circle, one))) return 'apart';
  if (loneliness(table, circle.members) !== 0) return 'alone';
  return canMeet(table, circle, circle.members) ? null : 'far';
}
