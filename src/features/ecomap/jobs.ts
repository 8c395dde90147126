import type { Scope } from '../../platform/db/index.ts';
import { localeFor, translator } from '../../platform/i18n/index.ts';
import type { Job, JobParts } from '../../platform/jobs/index.ts';
import { herMap } from './her-map.ts';

interface Due {
  community_id: string;
  member_id: string;
  time_zone: string;
}

/**
 * Tells those who asked for it that somebody has gone quiet: never whom, once a week at most (the database keeps count,
 * see access.tell_of_quiet_tie). Her map is opened in her own scope, and closed again.
 */
async function tellOfQuiet({ db, keys, log, now, stopping }: JobParts): Promise<void> {
  const due = await db.ask<Due>('SELECT * FROM access.ecomaps_to_look_at($1)', [now]);
  for (const { community_id, member_id, time_zone } of due) {
    if (stopping.aborted) return;
    const hers = { communityId: community_id, memberId: member_id, timeZone: time_zone };
    try {
      if (await isAnybodyQuiet({ db, keys, now }, hers)) await tell(db, hers, now);
    } catch (error) {
      log.error({ err: error }); // one map that cannot be opened stops nobody else's
    }
  }
}

type Hers = Scope & { memberId: string; timeZone: string };

async function isAnybodyQuiet({ db, keys, now }: Pick<JobParts, 'db' | 'keys' | 'now'>, hers: Hers) {
  // In which language circles are called makes no difference here.
  const reader = { t: translator('en'), locale: 'en' as const, ...localeFor('en'), timeZone: hers.timeZone };
  const { findings } = await db.read(hers, (tx) => herMap(tx, keys, hers, reader, now));
  return findings.some(({ kind }) => kind === 'quiet');
}

const tell = (db: JobParts['db'], hers: Hers, now: Date) =>
  db.write(hers, (tx) => tx.hot('SELECT access.tell_of_quiet_tie($1)', [now]));

export const jobs: Job[] = [{ name: 'ecomap.quiet', every: 'day', run: tellOfQuiet }];
