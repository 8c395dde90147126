import type { Scope, Tx } from '../../platform/db/index.ts';

/** A time she is down for of a gathering that is out of sight: when it would have been, and nothing of what it was. */
export interface Withdrawn {
  gatheringId: string;
  occurrenceId: string;
  /** Of its gathering, in calendars. */
  uid: string;
  sequence: number;
  stamp: Date;
  /** It was one of several. */
  repeats: boolean;
  allDay: boolean;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  answer: 'yes' | 'maybe' | 'waiting';
  /** Set: it takes place all the same, once its page is back. null: it is off. */
  title: string | null;
}

const MINE = `SELECT gathering_id AS "gatheringId", occurrence_id AS "occurrenceId", uid, sequence, stamp, repeats,
  all_day AS "allDay", time_zone AS "timeZone", starts_at AS "startsAt", ends_at AS "endsAt", answer, title
  FROM access.my_withdrawn()`;

/** Hours at which her circles would meet as usual, and do not: what was planned for them is off. As 'circle instant'. */
export async function hoursOff(tx: Tx, viewer: Scope): Promise<string[]> {
  if (!viewer.memberId) return [];
  const rows = await tx.hot<{ circle_id: string; at: Date }>(
    'SELECT circle_id, at FROM access.hours_off()',
    [],
  );
  return rows.map(({ circle_id, at }) => `${circle_id} ${+at}`);
}

/** What she is down for and cannot see, soonest first; also what would have been in the last month. */
export const withdrawnFrom = (tx: Tx, viewer: Scope): Promise<Withdrawn[]> =>
  viewer.memberId ? tx.hot<Withdrawn>(MINE, []) : Promise.resolve([]);
