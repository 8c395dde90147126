import type { Scope } from '../../platform/db/index.ts';
import type { Job, JobParts } from '../../platform/jobs/index.ts';
import { grieves } from './inviting.ts';

const A_BATCH = 200;

interface Due {
  community_id: string;
  match_id: string;
}

/**
 * Looks at every pair that is due. One transaction a pair, in which its row is held: contact is looked for, the next step
 * noted and told together or not at all, so that several servers and kills neither double nor lose one.
 */
async function watchPairs({ db, log, now, stopping }: JobParts): Promise<void> {
  const failed = new Set<string>();
  let last: unknown;
  for (;;) {
    const due = await db.inJob<Due>('SELECT * FROM access.pairs_due($1, $2)', [now, A_BATCH]);
    const fresh = due.filter(({ match_id }) => !failed.has(match_id));
    if (fresh.length === 0 || stopping.aborted) break;
    for (const { community_id, match_id } of fresh) {
      if (stopping.aborted) return;
      await db
        .write({ communityId: community_id, memberId: null, job: true }, (tx) =>
          tx.hot('SELECT access.move_pair($1, $2)', [match_id, now]),
        )
        .catch((error) => {
          failed.add(match_id);
          last = error;
          log.error({ pair: 'watching', err: error });
        });
    }
  }
  if (failed.size > 0) throw last; // the others were looked at; the tick is told, and tries these again
}

/** Asks whoever came through it a year ago whether she would be there for another; never one who grieves. */
async function inviteMentors({ db, log, now, stopping }: JobParts): Promise<void> {
  const due = await db.inJob<{ community_id: string; member_id: string }>(
    'SELECT * FROM access.mentors_to_be($1)',
    [now],
  );
  for (const { community_id, member_id } of due) {
    if (stopping.aborted) return;
    const hers = { communityId: community_id, memberId: member_id, job: true } satisfies Scope;
    try {
      if (await db.read(hers, (tx) => grieves(tx, hers))) continue;
      await db.write(hers, (tx) => tx.hot('SELECT access.invite_to_mentor($1)', [now]));
    } catch (error) {
      log.error({ pair: 'inviting', err: error }); // one that fails stops nobody else's
    }
  }
}

export const jobs: Job[] = [
  { name: 'pairs.watching', every: 'hour', run: watchPairs },
  { name: 'pairs.inviting', every: 'day', run: inviteMentors },
];
