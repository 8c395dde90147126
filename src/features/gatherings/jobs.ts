import { query, type Scope } from '../../platform/db/index.ts';
import type { Job, JobParts } from '../../platform/jobs/index.ts';
import { gatheringOf } from './gathering.ts';
import { DAYS_AHEAD, layOut } from './laying-out.ts';
import { tellOfQuiet } from './quiet-telling.ts';
import { forgetReminders, remindAll } from './reminding.ts';

const DAY = 86_400_000;
/** Each series is laid out further about once a week, a week's worth. */
const WEEK = 7 * DAY;

interface Due {
  community_id: string;
  gathering_id: string;
  /** In whose name; null where nobody is left to run it. */
  member_id: string | null;
}

/** Lays out the times of every series that has come nearer its end, each in the name of whoever runs it. */
async function layOutFurther({ db, log, now }: JobParts): Promise<void> {
  const until = new Date(+now + DAYS_AHEAD * DAY - WEEK);
  const due = await db.ask<Due>('SELECT * FROM access.gatherings_to_lay_out($1, $2)', [until, now]);
  for (const { community_id, gathering_id, member_id } of due) {
    const scope = { communityId: community_id, memberId: member_id };
    try {
      if (!member_id) throw new NobodyLeft();
      await layOutOne(db, scope, gathering_id, now);
    } catch (error) {
      // One that cannot go on stops nobody else's, and steps back so that the others have their turn.
      if (!(error instanceof NobodyLeft)) log.error({ gathering: gathering_id, err: error });
      await putOff(db, scope, gathering_id, error, now);
    }
  }
}

/** Nobody runs it any more. */
class NobodyLeft extends Error {
  override message = 'nobody is left to run it';
}

const putOff = (
  db: JobParts['db'],
  scope: Scope,
  id: string,
  error: unknown,
  now: Date,
): Promise<unknown> => {
  const why = error instanceof Error ? error.message : String(error);
  return db.write(scope, (tx) => tx.hot('SELECT access.put_off_laying_out($1, $2, $3)', [id, why, now]));
};

const layOutOne = (db: JobParts['db'], scope: Scope, id: string, now: Date): Promise<void> =>
  db.write(scope, async (tx) => {
    const row = await tx.first(
      query.selectFrom('gatherings').selectAll().where('gathering_id', '=', id).forUpdate(),
    );
    if (row && !row.cancelled_at) await layOut(tx, scope, gatheringOf(row), row.laid_out_until, now);
  });

export const jobs: Job[] = [
  { name: 'gatherings.laying-out', every: 'day', run: layOutFurther },
  {
    name: 'gatherings.coming-back',
    every: 'minute',
    run: ({ db, now }) => db.ask('SELECT access.bring_back_gatherings($1)', [now]).then(() => {}),
  },
  { name: 'gatherings.quiet', every: 'day', run: tellOfQuiet },
  { name: 'gatherings.reminding', every: 'minute', run: remindAll },
  { name: 'gatherings.reminders-forgetting', every: 'hour', run: forgetReminders },
];
