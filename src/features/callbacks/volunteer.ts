import { query, refusal, type Scope, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import type { Settings } from './promise.ts';

/** A support volunteer, and whether her training for calls is on record. */
export interface Volunteer {
  memberId: string;
  name: string;
  paused: boolean;
  languages: string[] | null;
  trainedOn: string | null;
  recordedBy: string | null;
  recordedAt: Date | null;
}

export const volunteers = (tx: Tx): Promise<Volunteer[]> =>
  tx.hot<Volunteer>(
    `SELECT m.member_id AS "memberId", m.display_name AS name, s.paused_at IS NOT NULL AS paused, v.languages,
       v.trained_on AS "trainedOn", b.display_name AS "recordedBy", v.recorded_at AS "recordedAt"
     FROM support_volunteers s JOIN members m USING (community_id, member_id)
     LEFT JOIN call_volunteers v USING (community_id, member_id)
     LEFT JOIN members b ON b.community_id = s.community_id AND b.member_id = v.recorded_by
     ORDER BY v.member_id IS NULL, m.display_name, m.member_id`,
    [],
  );

/**
 * Records that she has done the training and signed the agreement.
 * @throws Problem 404 when she is no support volunteer
 */
export async function recordTraining(
  tx: Tx,
  viewer: Scope & { memberId: string },
  { member, languages, trainedOn }: { member: string; languages: string[]; trainedOn: string },
): Promise<void> {
  const row = {
    community_id: viewer.communityId,
    member_id: member,
    languages,
    trained_on: trainedOn,
    recorded_by: viewer.memberId,
  };
  try {
    await tx.run(
      query
        .insertInto('call_volunteers')
        .values(row)
        .onConflict((same) => same.doNothing()),
    );
  } catch (error) {
    if (refusal(error) === 'missing') notFound();
    throw error;
  }
}

/** What she has taken goes back into the queue. @throws Problem 404 */
export async function endTraining(tx: Tx, member: string): Promise<void> {
  const gone = await tx.run(query.deleteFrom('call_volunteers').where('member_id', '=', member));
  if (gone === 0) notFound();
}

/** Her languages, whether her number is hidden, and how many calls she takes at once. */
export async function setWays(
  tx: Tx,
  viewer: Viewer,
  { languages, withheld, atOnce }: { languages: string[]; withheld: boolean; atOnce: number },
): Promise<void> {
  const done = await tx.run(
    query
      .updateTable('call_volunteers')
      .set({ languages, withheld, at_once: atOnce })
      .where('member_id', '=', viewer.memberId),
  );
  if (done === 0) notFound();
}

/** Coordinators alone; the policy sees to it. */
export async function setSettings(
  tx: Tx,
  viewer: Viewer,
  { promisedHours, tryMinutes }: Settings,
): Promise<void> {
  const values = { promised_hours: promisedHours, try_minutes: tryMinutes };
  await tx.run(
    query
      .insertInto('callback_settings')
      .values({ community_id: viewer.communityId, ...values })
      .onConflict((known) => known.column('community_id').doUpdateSet(values)),
  );
}
