import { boundOf } from './bound.ts';
import { UNIT } from './pair-values.ts';
import { proposed } from './proposed.ts';
import { enoughWork, search } from './search.ts';
import type { SeatingInput, SeatingRound } from './seating.ts';
import { Seats } from './seats.ts';
import { addSeconds } from './second.ts';
import { tableOf } from './table.ts';
import { told, whyEach } from './waiting.ts';

/** For tests and measuring: how much to look at, in counted units. */
export interface SeatingEffort {
  work: number;
}

/**
 * Circles from a waiting list: whom to seat with whom, led by whom, when, and in which language. Every circle keeps every
 * rule; the same circles whatever the order of the input, and without a clock.
 */
export function proposeCircles(input: SeatingInput, effort?: SeatingEffort): SeatingRound {
  const table = tableOf(input);
  const bound = boundOf(table);
  const found = search(table, effort?.work ?? enoughWork(table.size), bound ?? undefined);
  const seats = new Seats(table);
  for (const circle of found) seats.open(circle);
  addSeconds(seats);
  const circles = seats.circles.map((circle) => proposed(table, circle));
  const known = new Set(table.hers.map(({ member }) => member.id));
  const beyond = input.members.filter(({ id }) => !known.has(id)).map(({ id }) => told(id, 'room'));
  return {
    circles: circles.sort((a, b) => (a.members[0]! < b.members[0]! ? -1 : 1)),
    waiting: [...whyEach(table, seats.circles), ...beyond].sort((a, b) => (a.id < b.id ? -1 : 1)),
    total: seats.total / UNIT,
    bound: bound === null ? null : bound / UNIT,
  };
}
