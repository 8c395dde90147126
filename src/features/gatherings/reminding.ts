import type { Database, Scope } from '../../platform/db/index.ts';
import type { JobParts } from '../../platform/jobs/index.ts';

/** A reminder whose moment has come: whose, of what, and of which of the three (see access.reminders_due). */
export interface DueReminder {
  community_id: string;
  occurrence_id: string;
  member_id: string;
  which: 'day' | 'hours' | 'evening';
  /** When it begins, as the database writes it: to the last digit. */
  starts: string;
}

const AT_ONCE = 500;

/** Everything near is looked at each fifth minute, for quiet hours move things about; else what comes at its plain hour. */
export const remindersDue = (db: Database, now: Date): Promise<DueReminder[]> =>
  db.ask<DueReminder>('SELECT * FROM access.reminders_due($1, $2, $3)', [
    now,
    AT_ONCE,
    now.getUTCMinutes() % 5 === 0,
  ]);

/**
 * Makes one reminder, in her own scope and in one transaction with the row that keeps it from being made again.
 * Resolves to whether she was told: another server may have been quicker, it may be called off or not hers any more.
 */
export async function remind(db: Database, due: DueReminder): Promise<boolean> {
  const scope: Scope = { communityId: due.community_id, memberId: due.member_id };
  const [row] = await db.write(scope, (tx) =>
    tx.hot<{ told: boolean }>('SELECT access.remind($1, $2, $3) AS told', [
      due.occurrence_id,
      due.which,
      due.starts,
    ]),
  );
  return row!.told;
}

/**
 * Reminds everybody whose moment has come. It may be cut off anywhere: what was not made is still due.
 * @throws what kept one from being made, once everybody else has hers
 */
export async function remindAll({ db, now, stopping }: JobParts): Promise<void> {
  const failed = new Map<string, unknown>();
  while (!stopping.aborted) {
    const due = await remindersDue(db, now);
    const fresh = due.filter((one) => !failed.has(nameOf(one)));
    for (const one of fresh) {
      if (stopping.aborted) return;
      await remind(db, one).catch((error) => failed.set(nameOf(one), error));
    }
    if (fresh.length < AT_ONCE) break;
  }
  for (const error of failed.values()) throw error;
}

const nameOf = ({ occurrence_id, member_id, which }: DueReminder): string =>
  `${occurrence_id} ${member_id} ${which}`;

/** What has begun reminds of nothing any more. */
export const forgetReminders = async ({ db, now }: JobParts): Promise<void> =>
  void (await db.ask('SELECT access.forget_old_reminders($1)', [now]));
