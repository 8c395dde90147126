import type { Tx } from '../../platform/db/index.ts';
import { type Locale, pickLocale } from '../../platform/i18n/index.ts';
import type { CannotCome } from '../notifications/index.ts';
import { answerOccurrence, comingOf, type Outcome } from './coming.ts';

/** What she may have said before she could not come after all. */
export type Before = 'yes' | 'maybe';

/** The time a reminder was of, as she stands to it. */
export interface Reminded {
  /** null: it is over, or called off. */
  when: Date | null;
  /** Her own language: the phone that asks may carry no word of it. */
  locale: Locale;
  /** She said no less than an hour ago: it can still be taken back by the same link. */
  justSaidNo: boolean;
}

const REMINDED = `SELECT o.starts_at, o.ends_at <= now() OR o.cancelled_at IS NOT NULL AS over, m.locale,
    coalesce(r.answer = 'no' AND r.answered_at > now() - interval '1 hour', false) AS fresh
  FROM occurrences o JOIN members m ON m.community_id = o.community_id AND m.member_id = $2
  LEFT JOIN rsvps r ON r.community_id = o.community_id AND r.occurrence_id = o.occurrence_id AND r.member_id = $2
  WHERE o.community_id = $1 AND o.occurrence_id = $3`;

/** Read as she would; undefined when it is not hers to know of. */
export async function remindedOf(tx: Tx, whose: CannotCome): Promise<Reminded | undefined> {
  const [row] = await tx.hot<{ starts_at: Date; over: boolean; locale: string; fresh: boolean }>(REMINDED, [
    whose.communityId,
    whose.memberId,
    whose.occurrenceId,
  ]);
  return (
    row && {
      when: row.over ? null : row.starts_at,
      locale: pickLocale([row.locale], false),
      justSaidNo: row.fresh && !row.over,
    }
  );
}

/** Gives her place back. Twice is as good as once. `before`: what an undo says again; null when there was nothing. */
export async function giveBack(
  tx: Tx,
  whose: CannotCome,
): Promise<{ outcome: Outcome; before: Before | null }> {
  const mine = (await comingOf(tx, whose, [whose.occurrenceId])).get(whose.occurrenceId)?.answer;
  const before = mine === 'maybe' ? 'maybe' : mine === 'yes' || mine === 'waiting' ? 'yes' : null;
  return { outcome: await answerOccurrence(tx, whose.occurrenceId, 'no'), before };
}

/** She comes after all: to her place if nobody has it by now, else to the end of the line. 'absent' after an hour. */
export async function comeAfterAll(tx: Tx, whose: CannotCome, before: Before): Promise<Outcome> {
  const reminded = await remindedOf(tx, whose);
  return reminded?.justSaidNo ? answerOccurrence(tx, whose.occurrenceId, before) : 'absent';
}
