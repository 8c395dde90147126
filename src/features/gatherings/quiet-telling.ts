import type { JobParts } from '../../platform/jobs/index.ts';
import { notify } from '../notifications/index.ts';

interface Due {
  community_id: string;
  gathering_id: string;
  member_ids: string[];
}

/** Tells those who run a series, once, that nobody or one came three times in a row. */
export async function tellOfQuiet({ db, now }: JobParts): Promise<void> {
  for (const { community_id, gathering_id, member_ids } of await db.ask<Due>(
    'SELECT * FROM access.quiet_gatherings($1)',
    [now],
  )) {
    await db.write({ communityId: community_id, memberId: null }, async (tx) => {
      await tx.hot('SELECT access.quiet_told($1)', [gathering_id]);
      await notify(tx, { to: member_ids, kind: 'gatherings.quiet', subjectId: gathering_id });
    });
  }
}
