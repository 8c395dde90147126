import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import type { JobParts } from '../../platform/jobs/index.ts';
import { linkTo, makeLink } from '../links/index.ts';
import { postOutside } from '../outside-letters/index.ts';
import { keyOf } from '../sealing/index.ts';
import { openContact } from './who-helps.ts';

/** The letter that tells a helper something (see help_tellings); drawn when it is sent. */
export const LETTER = 'help-calendars.telling';
/** Run soon after something was told, so that nobody waits for the next minute. */
export const TELLING_JOB = 'help-calendars.telling';

export const SENDING_JOB = 'outside-letters.sending';

const AT_ONCE = 200;

interface Due {
  community_id: string;
  holder_id: string;
  telling_id: string;
}

/**
 * Makes the reminders and the asking whose moment has come, and hands everything that waits to the post: each once, in
 * the holder's own eyes. It may be cut off anywhere: what was not handed over is still due.
 */
export async function tellHelpers(parts: JobParts): Promise<void> {
  const { db, now, log, stopping } = parts;
  await db.inJob('SELECT access.remind_of_turns($1), access.ask_back_ups($1)', [now]);
  const due = await db.inJob<Due>('SELECT * FROM access.help_tellings_due($1, $2)', [now, AT_ONCE]);
  for (const one of due) {
    if (stopping.aborted) return;
    try {
      await handOver(parts, one);
    } catch (error) {
      log.error({ telling: one.telling_id, err: error });
      await putOff(parts, one); // one that cannot go stops nobody else's
    }
  }
  if (due.length > 0) parts.soon?.(SENDING_JOB);
}

/** Tried again in an hour: what cannot go must not stand first in a queue that every community shares. */
const putOff = ({ db, now }: JobParts, due: Due): Promise<unknown> =>
  db.write({ communityId: due.community_id, memberId: due.holder_id }, (tx) =>
    tx.hot('UPDATE help_tellings SET due_at = $2 WHERE telling_id = $1 AND handed_at IS NULL', [
      due.telling_id,
      new Date(+now + 60 * 60_000),
    ]),
  );

/** One telling, and the row that keeps it from being told again, in one transaction. */
async function handOver({ db, keys, now }: JobParts, due: Due): Promise<void> {
  const holder: Scope & { memberId: string } = { communityId: due.community_id, memberId: due.holder_id };
  await db.write(holder, async (tx) => {
    const [telling] = await tx.hot<{ helper_id: string }>(
      `UPDATE help_tellings SET handed_at = $2 WHERE telling_id = $1 AND handed_at IS NULL RETURNING helper_id`,
      [due.telling_id, now],
    );
    if (!telling) return;
    await tx.hot('SELECT access.tell_member_helper($1)', [due.telling_id]);
    const key = await keyOf(tx, keys, due.holder_id);
    const helper = await reached(tx, telling.helper_id);
    const mail = key && helper && openContact(key, helper.sealed).mail;
    if (!mail) return;
    await postOutside(tx, keys, {
      communityId: due.community_id,
      holderId: due.holder_id,
      kind: LETTER,
      to: mail,
      locale: helper.locale,
      about: { telling: due.telling_id, ...(await letterFor(tx, keys, holder, telling.helper_id, helper)) },
      dueAt: now,
      once: `${LETTER} ${due.telling_id}`,
    });
  });
}

/**
 * Whoever has not answered a letter yet is written the link to answer by. Which one stands with the letter: one that waits
 * for an address that was corrected since is not drawn with the new address's link.
 */
async function letterFor(
  tx: Tx,
  keys: JobParts['keys'],
  holder: Scope & { memberId: string },
  helperId: string,
  { answered_at, member_id }: { answered_at: Date | null; member_id: string | null },
): Promise<{ letter?: string }> {
  if (answered_at || member_id) return {};
  const open = await linkTo(tx, holder, 'helper-letter', helperId);
  return { letter: open ?? (await makeLink(tx, keys, holder, 'helper-letter', helperId)) };
}

const reached = (tx: Tx, helperId: string) =>
  tx.first(
    query
      .selectFrom('help_contacts as c')
      .innerJoin('help_helpers as h', (join) =>
        join.onRef('h.community_id', '=', 'c.community_id').onRef('h.helper_id', '=', 'c.helper_id'),
      )
      .select(['c.sealed', 'h.locale', 'h.answered_at', 'h.member_id'])
      .where('c.helper_id', '=', helperId)
      .where('h.removed_at', 'is', null),
  );

/** "Thank you", in one tap: once for a turn. Resolves to whether it was said now. */
export async function thank(tx: Tx, scope: Scope, slotId: string): Promise<boolean> {
  const [slot] = await tx.hot<{ calendar_id: string; helper_id: string; task: string; starts_at: Date }>(
    `UPDATE help_slots SET thanked_at = now() WHERE slot_id = $1 AND helper_id IS NOT NULL AND thanked_at IS NULL
       AND starts_at <= now() RETURNING calendar_id, helper_id, task, starts_at`,
    [slotId],
  );
  if (!slot) return false;
  await tx.run(
    query.insertInto('help_tellings').values({
      community_id: scope.communityId,
      calendar_id: slot.calendar_id,
      helper_id: slot.helper_id,
      slot_id: slotId,
      kind: 'thanks',
      task: slot.task,
      starts_at: slot.starts_at,
    }),
  );
  return true;
}
