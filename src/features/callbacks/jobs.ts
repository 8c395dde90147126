import type { Tx } from '../../platform/db/index.ts';
import type { Job, JobParts } from '../../platform/jobs/index.ts';
import { callableAt } from './hours.ts';
import { covers, dayFrom, type ShiftDay, stretchOf } from './rota.ts';

const DAY = 86_400_000;
/** So far ahead weekly shifts are laid out. */
const LAID_OUT_DAYS = 42;
/** So long a closed request is kept, without anything that was in it, for the figures. */
const KEPT_DAYS = 180;

/** Runs this soon: after a request, or when one goes back into the queue. */
export const CALLBACKS_JOB = 'callbacks.moving';

export const jobs: Job[] = [
  { name: CALLBACKS_JOB, every: 'minute', run: moveCallbacks },
  {
    name: 'callbacks.laying-out',
    every: 'day',
    run: async ({ db, now }) => {
      const until = new Date(now.getTime() + LAID_OUT_DAYS * DAY).toISOString().slice(0, 10);
      await db.inJob('SELECT access.lay_out_call_turns($1)', [until]);
      await db.inJob('SELECT access.forget_callbacks($1)', [new Date(now.getTime() - KEPT_DAYS * DAY)]);
    },
  },
];

/** What waits of those who can be called at this moment, by their own clocks. */
async function callableNow(tx: Tx, now: Date): Promise<string[]> {
  const waiting = await tx.hot<{ callback_id: string; hours: string[]; time_zone: string }>(
    'SELECT * FROM access.callbacks_waiting($1)',
    [now],
  );
  return waiting
    .filter(({ hours, time_zone }) => callableAt(hours, time_zone, now))
    .map(({ callback_id }) => callback_id);
}

/** What lapsed goes back, what broke its promise is told, and whoever is there hears of what waits. */
async function moveCallbacks({ db, now, stopping, log }: JobParts): Promise<void> {
  const homes = await db.inJob<{ community_id: string; time_zone: string }>(
    'SELECT * FROM access.callback_communities()',
    [],
  );
  let last: unknown;
  for (const { community_id, time_zone } of homes) {
    if (stopping.aborted) return;
    const scope = { communityId: community_id, memberId: null, job: true as const };
    await db
      .write(scope, async (tx) => {
        await tx.hot('SELECT access.move_callbacks($1)', [now]);
        const turns = await tx.hot<ShiftDay & { member_id: string }>(
          'SELECT * FROM access.call_turns_between($1, $2)',
          [dayFrom(time_zone, now, -1), dayFrom(time_zone, now, 0)],
        );
        const there = turns.filter((turn) => covers(stretchOf(turn, time_zone), now));
        await tx.hot('SELECT access.tell_of_callbacks($1, $2)', [
          [...new Set(there.map(({ member_id }) => member_id))],
          await callableNow(tx, now),
        ]);
      })
      .catch((error) => {
        last = error; // the other communities go on; the tick is told, and tries again
        log.error({ job: CALLBACKS_JOB, err: error });
      });
  }
  if (last) throw last;
}
