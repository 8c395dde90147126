import { Temporal } from 'temporal-polyfill';
import { query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { todayIn } from '../../platform/time/index.ts';

const AHEAD = 6;

/** A week of the rota, by its Monday, and who looks after reports in it. */
export interface RotaWeek {
  week: string;
  people: { memberId: string; name: string }[];
}

/** The Mondays of this week and the next ones, in the community's zone. */
export function weeksFrom(timeZone: string, now = new Date()): string[] {
  const today = Temporal.PlainDate.from(todayIn(timeZone, now));
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return Array.from({ length: AHEAD }, (_, i) => monday.add({ weeks: i }).toString());
}

/** Who is on, week by week. */
export async function rota(tx: Tx, weeks: string[]): Promise<RotaWeek[]> {
  const rows = await tx.all(
    query
      .selectFrom('rota_weeks as w')
      .innerJoin('members as m', (join) =>
        join.onRef('m.community_id', '=', 'w.community_id').onRef('m.member_id', '=', 'w.member_id'),
      )
      .select(['w.week', 'm.member_id as memberId', 'm.display_name as name'])
      .where('w.week', 'in', weeks)
      .orderBy('m.display_name'),
  );
  return weeks.map((week) => ({ week, people: rows.filter((row) => row.week === week) }));
}

/** Puts her name into a week, or takes it out. Twice is once. */
export async function takeWeek(tx: Tx, viewer: Viewer, week: string, taking: boolean): Promise<void> {
  const hers = { community_id: viewer.communityId, week, member_id: viewer.memberId };
  if (taking)
    await tx.run(
      query
        .insertInto('rota_weeks')
        .values(hers)
        .onConflict((same) => same.doNothing()),
    );
  else
    await tx.run(
      query.deleteFrom('rota_weeks').where('week', '=', week).where('member_id', '=', viewer.memberId),
    );
}
