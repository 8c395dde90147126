import { type RawBuilder, sql } from 'kysely';
import type { Scope, Tx } from '../../platform/db/index.ts';
import { milesTo, type Point } from '../../platform/geo/index.ts';
import { type Gathering, type GatheringRow, gatheringOf } from './gathering.ts';
import { type Occurrence, type OccurrenceRow, occurrenceOf } from './occurrence.ts';

export type Answer = 'yes' | 'maybe' | 'no' | 'waiting';

/** One time of a gathering as a list shows it. */
export interface Listed {
  gathering: Gathering;
  occurrence: Occurrence;
  /** From where she asks, or lives; null where that or the place is not known. */
  miles: number | null;
  /** Her own answer. */
  answer: Answer | null;
  /** Of a recurring one. */
  repeats: boolean;
}

type Row = GatheringRow &
  OccurrenceRow & {
    o_title: string | null;
    o_venue: string | null;
    miles: number | null;
    answer: Answer | null;
  };

export interface Wish {
  /** Rows of `gatherings g` and `occurrences o` that are wanted; and always only those that she may see. */
  where: RawBuilder<unknown>[];
  from: Point | null;
  most: number;
}

/** Times of gatherings, soonest first. Descriptions stay behind: a list does not show them. */
export async function listTimes(tx: Tx, scope: Scope, { where, from, most }: Wish): Promise<Listed[]> {
  const miles = from ? milesTo(from, 'g.latitude', 'g.longitude') : sql`NULL::float8`;
  const rows = await tx.all(sql<Row>`
    SELECT g.*, '' AS description, o.occurrence_id, o.recurs_at, o.starts_at, o.ends_at, o.title AS o_title,
      o.venue AS o_venue, o.note, o.capacity, o.seats_taken, o.waiting, o.attended, o.changed_at, o.sequence,
      coalesce(o.cancelled_at, g.cancelled_at) AS cancelled_at, o.cancel_note, r.answer, ${miles} AS miles
    FROM occurrences o
    JOIN gatherings g ON g.community_id = o.community_id AND g.gathering_id = o.gathering_id
    LEFT JOIN rsvps r ON r.community_id = o.community_id AND r.occurrence_id = o.occurrence_id
      AND r.member_id = ${scope.memberId}
    WHERE o.community_id = ${scope.communityId} AND ${sql.join(where, sql` AND `)}
    ORDER BY o.starts_at, o.occurrence_id LIMIT ${most}`);
  return rows.map((row) => ({
    gathering: gatheringOf(row),
    occurrence: occurrenceOf({ ...row, title: row.o_title, venue: row.o_venue }),
    miles: row.miles,
    answer: row.answer,
    repeats: row.rule !== null || row.extra.length > 0,
  }));
}
