import type { Job } from '../../platform/jobs/index.ts';

const A_BATCH = 200;

/** Proposals nobody answered end; a mother whose promised time is over is told how it stands, and the coordinators too. */
export const jobs: Job[] = [
  {
    name: 'matches.moving-on',
    every: 'hour',
    run: async ({ db, now }) => {
      const due = await db.inJob<{ community_id: string }>('SELECT * FROM access.communities_matching($1)', [
        now,
      ]);
      for (const { community_id } of due)
        await db.write({ communityId: community_id, memberId: null, job: true }, (tx) =>
          tx.hot('SELECT access.move_matches_on($1, $2)', [now, A_BATCH]),
        );
    },
  },
];
