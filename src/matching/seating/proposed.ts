import { SLOTS } from '../words.ts';
import { type Circle, centreFor, worthOf } from './circle.ts';
import { UNIT } from './pair-values.ts';
import { circleReasons, type Seated, seatReasons } from './reasons.ts';
import type { ProposedCircle } from './seating.ts';
import { sharedStages, sharedTopics } from './shared.ts';
import { ONLINE } from './sides.ts';
import type { Table } from './table.ts';

/** A circle of the table in words that leave it: ids, an hour, what it stands on. */
export function proposed(table: Table, circle: Circle): ProposedCircle {
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
