import type { Scope, Tx } from '../../platform/db/index.ts';
import { datesAhead, insertDates, type Laid } from './laying-out.ts';
import { holdAhead } from './locking.ts';
import { matchDates } from './matching-dates.ts';
import type { Occurrence } from './occurrence.ts';
import type { Schedule } from './series.ts';
import { dayIn } from './wall.ts';

/** What became of the times ahead. */
export interface Relaid {
  /** Those that stand at another hour or day than before. */
  moved: string[];
  /** Those that are no more, though somebody had answered. */
  calledOff: string[];
}

interface Standing {
  occurrence: Occurrence;
  day: string;
  starts: Date;
  ends: Date;
}

/**
 * Lays the times ahead anew after the rule changed: each stays, with its answers, on the date that is still there (see
 * matchDates); those without a date are taken away, or called off where somebody had answered; new dates are added.
 * What lies behind stays as it was. The gathering is held already.
 */
export async function relay(
  tx: Tx,
  scope: Scope,
  before: Schedule,
  after: Laid,
  now: Date,
): Promise<Relaid & { until: Date }> {
  const held = await holdAhead(tx, after.gatheringId, now);
  const { dates, until } = datesAhead(after, now, now);
  const old = held.map((occurrence) => ({ occurrence, day: dayIn(before.timeZone, occurrence.recursAt) }));
  const fresh = dates.map((date) => ({ ...date, day: date.wall.slice(0, 10) }));
  const once = before.rule === null && after.rule === null && old.length === 1 && fresh.length === 1;
  const matched = matchDates(old, fresh, once);
  const calledOff = await takeAway(tx, scope, after.gatheringId, matched.gone);
  const standing = matched.pairs.map(([{ occurrence }, date]) => standingOf(occurrence, date, before));
  await move(tx, scope, standing);
  await insertDates(tx, scope, after, matched.fresh);
  const moved = standing.filter(
    ({ occurrence, starts }) => !occurrence.cancelledAt && +starts !== +occurrence.startsAt,
  );
  return { moved: moved.map(({ occurrence }) => occurrence.occurrenceId), calledOff, until };
}

type Dated = { day: string; starts: Date; ends: Date };

/** Where a time stands from now on. One that was moved or shortened by itself stays so while its date does. */
function standingOf(occurrence: Occurrence, date: Dated, before: Schedule): Standing & { recurs: Date } {
  const { recursAt, startsAt, endsAt } = occurrence;
  const own = +startsAt !== +recursAt && +recursAt === +date.starts;
  const starts = own ? startsAt : date.starts;
  const length = +endsAt - +startsAt;
  const ownLength = !before.allDay && length !== before.minutes * 60_000;
  const ends = new Date(+starts + (own || ownLength ? length : +date.ends - +date.starts));
  return { occurrence, day: date.day, recurs: date.starts, starts, ends };
}

// First out of each other's way: a week that takes the next one's date must not stumble over it.
const ASIDE = `UPDATE occurrences SET recurs_at = recurs_at - interval '2000 years'
  WHERE community_id = $1 AND occurrence_id = ANY ($2)`;
const MOVE = `UPDATE occurrences o SET recurs_at = n.recurs, starts_at = n.starts, ends_at = n.ends
  FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[]) AS n (id, recurs, starts, ends)
  WHERE o.community_id = $1 AND o.occurrence_id = n.id`;

async function move(tx: Tx, scope: Scope, all: (Standing & { recurs: Date })[]): Promise<void> {
  const changed = all.filter(
    ({ occurrence: o, recurs, starts, ends }) =>
      +recurs !== +o.recursAt || +starts !== +o.startsAt || +ends !== +o.endsAt,
  );
  if (changed.length === 0) return;
  const ids = changed.map(({ occurrence }) => occurrence.occurrenceId);
  await tx.hot(ASIDE, [scope.communityId, ids]);
  await tx.hot(MOVE, [
    scope.communityId,
    ids,
    changed.map(({ recurs }) => recurs),
    changed.map(({ starts }) => starts),
    changed.map(({ ends }) => ends),
  ]);
}

/** Takes away what has no date any more. Resolves to those that are called off instead, because somebody had answered. */
async function takeAway(
  tx: Tx,
  scope: Scope,
  gatheringId: string,
  gone: { occurrence: Occurrence }[],
): Promise<string[]> {
  if (gone.length === 0) return [];
  const ids = gone.map(({ occurrence }) => occurrence.occurrenceId);
  const kept = await tx.hot<{ id: string }>('SELECT access.answered($1, $2) AS id', [gatheringId, ids]);
  const answered = new Set(kept.map(({ id }) => id));
  const nobody = ids.filter((id) => !answered.has(id));
  await tx.hot('DELETE FROM occurrences WHERE community_id = $1 AND occurrence_id = ANY ($2)', [
    scope.communityId,
    nobody,
  ]);
  const off = gone
    .filter(({ occurrence: o }) => answered.has(o.occurrenceId) && !o.cancelledAt)
    .map(({ occurrence }) => occurrence.occurrenceId);
  await tx.hot(
    `UPDATE occurrences SET cancelled_at = now(), changed_at = now(), sequence = sequence + 1
     WHERE community_id = $1 AND occurrence_id = ANY ($2)`,
    [scope.communityId, off],
  );
  return off;
}
