import { SLOTS } from '../words.ts';
import { boundOf } from './bound.ts';
import { type Circle, centreFor, worthOf } from './circle.ts';
import { UNIT } from './pair-values.ts';
import { circleReasons, type Seated, seatReasons } from './reasons.ts';
import { enoughWork, search } from './search.ts';
import type { ProposedCircle, SeatingInput, SeatingRound } from './seating.ts';
import { Seats } from './seats.ts';
import { addSeconds } from './second.ts';
import { sharedStages, sharedTopics } from './shared.ts';
import { ONLINE } from './sides.ts';
import { type Table, tableOf } from './table.ts';
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

function proposed(table: Table, circle: Circle): ProposedCircle {
  const members = [...circle.members].sort((a, b) => a - b);
  const hers = members.map((at) => table.hers[at]!);
  const theirs = circle.team.map((at) => table.theirs[at]!);
  const isNamed = [...hers, ...theirs].some(({ saidLanguages }) => saidLanguages);
  const centre = circle.way === ONLINE ? null : centreFor(table, circle, members);
  const seated: Seated = {
    rules: table.rules,
    hers,
    theirs,
    language: isNamed ? table.languages[circle.language]! : null,
    slot: SLOTS[circle.slot]!,
    way: circle.way,
    centre: centre === 'nowhere' ? null : centre,
  };
  return {
    members: hers.map(({ member }) => member.id),
    facilitators: theirs.map(({ facilitator }) => facilitator.id),
    language: seated.language,
    slot: seated.slot,
    place: circle.way === ONLINE ? 'online' : 'in-person',
    centre: seated.centre,
    topics: sharedTopics(hers).map(({ topic }) => topic),
    stages: sharedStages(hers).map(({ stage }) => stage),
    total: worthOf(table, circle) / UNIT,
    reasons: circleReasons(seated),
    reasonsFor: new Map(hers.map((one) => [one.member.id, seatReasons(seated, one)])),
  };
}
