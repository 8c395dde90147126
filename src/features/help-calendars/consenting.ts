import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newLink } from '../links/index.ts';
import { type HelpCalendar, sealAbout } from './calendar.ts';

/** What she says to a calendar that somebody planned for her. */
export interface Answer {
  answer: 'yes' | 'not-this' | 'no';
  /** Of what was planned, what she would like. */
  tasks: readonly string[];
  notLikeThis: string;
}

/** Yes opens it, for what she would like; "not like this" goes back with her words. False when nothing was asked. */
export async function answerFor(
  tx: Tx,
  keys: Keyring,
  calendar: HelpCalendar,
  { answer, tasks, notLikeThis }: Answer,
): Promise<boolean> {
  if (answer === 'not-this') {
    const { called, said, gifts, setUpBy } = calendar;
    const about = sealAbout(keys, { called, said, gifts, setUpBy, notLikeThis });
    return done(tx, 'say_not_like_this($1, $2)', [calendar.calendarId, about]);
  }
  const { linkId, tokenHash } = newLink(keys);
  const planned = await tx.hot<{ task: string }>(
    'SELECT DISTINCT task FROM help_slots WHERE calendar_id = $1',
    [calendar.calendarId],
  );
  const without = planned.map(({ task }) => task).filter((task) => !tasks.includes(task));
  return done(tx, 'answer_help_calendar($1, $2, $3, $4, $5)', [
    calendar.calendarId,
    answer === 'yes',
    without,
    linkId,
    tokenHash,
  ]);
}

/** One of the database's own acts; whether it was done. */
export async function done(tx: Tx, act: string, values: unknown[]): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>(`SELECT access.${act} AS done`, values);
  return row!.done;
}
