import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { query } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import { type Guest, seenCalendar, type Taking, takingOf, wholeOf } from './access.ts';
import { type Particulars, particularsOf } from './particulars.ts';
import type { Slot } from './slot.ts';
import type { Helper } from './who-helps.ts';

/** A helper's own page: the calendar as they see it, their turns, and what of her they may know just now. */
export interface HelpersOwn extends Taking {
  me: Helper;
  mine: Slot[];
  particulars: Particulars;
}

/** @throws Problem 404 when she took the helper off */
export async function helpersOwn(tx: Tx, keys: Keyring, { subjectId }: Guest): Promise<HelpersOwn> {
  const row = await tx.first(
    query.selectFrom('help_helpers').select('calendar_id').where('helper_id', '=', subjectId),
  );
  if (!row) notFound();
  const whole = await wholeOf(tx, keys, await seenCalendar(tx, keys, row.calendar_id));
  const me = whole.helpers.get(subjectId);
  if (!me) notFound();
  return {
    ...(await takingOf(tx, keys, whole)),
    me,
    mine: whole.slots.filter((slot) => slot.helperId === subjectId),
    particulars: await particularsOf(tx, whole.key, row.calendar_id),
  };
}
