import type { Scope } from '../../platform/db/index.ts';
import { readApart } from '../../platform/ical/index.ts';
import type { Job, JobParts } from '../../platform/jobs/index.ts';
import { notify } from '../notifications/index.ts';
import { fetchCalendar } from './fetching-source.ts';
import { lookAgain, zoneOf } from './looking-again.ts';
import { longWaiting, noteProblem, noteTaken, type Source, sourceFor } from './source.ts';

interface Due {
  community_id: string;
  source_id: string;
  /** null: nobody coordinates this community. */
  member_id: string | null;
}

/** Looks at each calendar once a day, as if a coordinator did, and brings what was taken from it in step. */
async function keepAllInStep(parts: JobParts): Promise<void> {
  const { db, now, stopping, log } = parts;
  const due = await db.ask<Due>('SELECT * FROM access.calendars_due($1)', [now]);
  for (const { community_id, source_id, member_id } of due) {
    if (!member_id || stopping.aborted) continue;
    const scope = { communityId: community_id, memberId: member_id };
    if (!(await claim(parts, scope, source_id))) continue;
    try {
      await keepOne(parts, scope, source_id);
    } catch (error) {
      log.error({ error, source: source_id }); // one that fails must not hold up the others; it is tried again in an hour
    }
  }
}

/** For an hour it is this server's. */
const claim = ({ db, now }: JobParts, scope: Scope, id: string): Promise<boolean> =>
  db.write(scope, async (tx) => {
    const rows = await tx.hot(
      'UPDATE calendar_sources SET next_at = $2 WHERE source_id = $1 AND next_at <= $3 RETURNING 1',
      [id, new Date(+now + 3_600_000), now],
    );
    return rows.length > 0;
  });

async function keepOne(
  { db, config, fetchFrom = [], now }: JobParts,
  scope: Scope,
  id: string,
): Promise<void> {
  const [source, zone] = await db.read(scope, async (tx) => [
    await sourceFor(tx, id),
    await zoneOf(tx, scope),
  ]);
  if (!source.url) return;
  const asking = { publicUrl: config.publicUrl, allowed: fetchFrom };
  const got = await fetchCalendar(source.url, asking, source);
  if (got.refused !== null) {
    await db.write(scope, (tx) => noteProblem(tx, source, got.refused!, null, now));
  } else if (got.status === 304) {
    await db.write(scope, (tx) => noteTaken(tx, source, got, now));
  } else {
    const seen = { ...got, url: got.permanent };
    const read = await readApart({ bytes: got.bytes, zone, now });
    await db.write(scope, (tx) => lookAgain(tx, scope, id, read, seen, now));
  }
  await tellOfTrouble({ db }, scope, source);
}

/** Those who coordinate the community hear of it once, when it begins. */
async function tellOfTrouble({ db }: Pick<JobParts, 'db'>, scope: Scope, before: Source): Promise<void> {
  const after = await db.read(scope, (tx) => sourceFor(tx, before.sourceId));
  if (!after.problem || before.failingSince) return;
  // The house speaks: whoever does something herself is never told of it.
  await db.write({ ...scope, memberId: null }, (tx) =>
    notify(tx, { to: 'coordinators', kind: 'calendars.failing', subjectId: before.sourceId }),
  );
}

/** Calendars that were looked at and never taken over: the page said when they go. */
async function forgetNotTaken({ db, now }: JobParts): Promise<void> {
  await db.ask('SELECT access.forget_calendars_not_taken($1)', [longWaiting(now)]);
}

export const jobs: Job[] = [
  { name: 'calendars.keeping', every: 'hour', run: keepAllInStep },
  { name: 'calendars.forgetting', every: 'day', run: forgetNotTaken },
];
