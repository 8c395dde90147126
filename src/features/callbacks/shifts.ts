import { newId } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import { yes } from './callback.ts';
import { dayFrom, daysOf, type Stretch, stretchOf } from './rota.ts';

const DAY = 86_400_000;
/** So far ahead the rota is shown. */
export const ROTA_DAYS = 28;

export interface Shift {
  shiftId: string;
  /** Monday is 1; null for a single day. */
  weekday: number | null;
  day: string | null;
  starts: string;
  minutes: number;
  seats: number;
  /** Who does it every week. */
  regulars: { memberId: string; name: string }[];
}

export interface Seat {
  memberId: string;
  name: string;
  /** She would be glad if somebody else took it. */
  offered: boolean;
}

/** One day of a shift and who is there. */
export interface RotaDay extends Stretch {
  shiftId: string;
  day: string;
  weekly: boolean;
  seats: Seat[];
  /** Seats nobody has. */
  gaps: number;
}

export async function shiftsOf(tx: Tx): Promise<Shift[]> {
  return tx.hot<Shift>(
    `SELECT s.shift_id AS "shiftId", s.weekday, s.day, s.starts, s.minutes, s.seats,
       coalesce((SELECT json_agg(json_build_object('memberId', m.member_id, 'name', m.display_name) ORDER BY r.since)
         FROM call_regulars r JOIN members m USING (community_id, member_id)
         WHERE r.community_id = s.community_id AND r.shift_id = s.shift_id), '[]') AS regulars
     FROM call_shifts s WHERE s.ended_at IS NULL ORDER BY s.weekday NULLS LAST, s.day, s.starts`,
    [],
  );
}

/** The weeks ahead, day by day. */
export async function rotaOf(tx: Tx, timeZone: string, now: Date): Promise<RotaDay[]> {
  // A night shift that began yesterday is not over yet.
  const yesterday = new Date(now.getTime() - DAY);
  const rows = await tx.hot<Seat & { shiftId: string; day: string }>(
    `SELECT t.shift_id AS "shiftId", t.day, t.member_id AS "memberId", m.display_name AS name,
       t.offered_at IS NOT NULL AS offered
     FROM call_turns t JOIN members m USING (community_id, member_id)
     WHERE t.given_back_at IS NULL AND t.day >= $1 ORDER BY t.taken_at`,
    [dayFrom(timeZone, yesterday, 0)],
  );
  const days = (await shiftsOf(tx)).flatMap((shift) =>
    daysOf(shift, timeZone, yesterday, ROTA_DAYS + 1).map((day): RotaDay => {
      const seats = rows
        .filter((row) => row.shiftId === shift.shiftId && row.day === day)
        .map(({ memberId, name, offered }) => ({ memberId, name, offered }));
      const weekly = shift.weekday !== null;
      const gaps = Math.max(0, shift.seats - seats.length);
      return { shiftId: shift.shiftId, day, weekly, seats, gaps, ...stretchOf({ ...shift, day }, timeZone) };
    }),
  );
  return days.filter(({ until }) => until > now).sort((a, b) => a.from.getTime() - b.from.getTime());
}

export type Turning = 'take' | 'each' | 'back' | 'offer' | 'keep' | 'stop';

/** 'full': somebody was quicker. @throws Problem 404 */
export async function turn(tx: Tx, shift: string, day: string, how: Turning): Promise<'done' | 'full'> {
  if (how === 'take' || how === 'each') {
    const [row] = await tx.hot<{ said: 'taken' | 'full' | 'absent' }>(
      'SELECT access.take_call_turn($1, $2, $3) AS said',
      [shift, day, how === 'each'],
    );
    if (row!.said === 'absent') notFound();
    return row!.said === 'full' ? 'full' : 'done';
  }
  const left = await yes(tx, 'SELECT access.leave_call_turn($1, $2, $3) AS done', [
    shift,
    day,
    how === 'stop' ? 'each' : how,
  ]);
  return left ? 'done' : notFound();
}

/** Coordinators alone; the policy sees to it. Resolves to the shift's id. */
export async function makeShift(
  tx: Tx,
  viewer: Scope,
  shift: Pick<Shift, 'weekday' | 'day' | 'starts' | 'minutes' | 'seats'>,
): Promise<string> {
  const shift_id = newId();
  await tx.run(
    query.insertInto('call_shifts').values({ community_id: viewer.communityId, shift_id, ...shift }),
  );
  return shift_id;
}

/** @throws Problem 404 */
export async function endShift(tx: Tx, id: string): Promise<void> {
  const ended = await tx.run(
    query
      .updateTable('call_shifts')
      .set({ ended_at: new Date() })
      .where('shift_id', '=', id)
      .where('ended_at', 'is', null),
  );
  if (ended === 0) notFound();
}
