import type { Job, JobParts } from '../../platform/jobs/index.ts';

const A_BATCH = 200;
export const FORMING_JOB = 'forming.moving-on';

/** Reminds once, lets seats go that nobody answered, says that the day of a forming has come, forgets what is over. */
export const jobs: Job[] = [{ name: FORMING_JOB, every: 'hour', run: moveOn }];

async function moveOn({ db, now, stopping, log }: JobParts): Promise<void> {
  const homes = await db.ask<{ id: string }>('SELECT access.community_ids() AS id', []);
  let last: unknown;
  for (const { id } of homes) {
    if (stopping.aborted) return;
    await db
      .write({ communityId: id, memberId: null, job: true }, (tx) =>
        tx.hot('SELECT access.move_forming($1, $2)', [now, A_BATCH]),
      )
      .catch((error) => {
        last = error; // the other communities go on; the tick is told, and tries again
        log.error({ job: FORMING_JOB, err: error });
      });
  }
  if (last) throw last;
}
