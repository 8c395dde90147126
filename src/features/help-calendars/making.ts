import { type Keyring, newId } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { makeLink } from '../links/index.ts';
import { notify } from '../notifications/index.ts';
import { herKey } from '../sealing/index.ts';
import { askByLetter } from './asking-her.ts';
import { type About, sealAbout } from './calendar.ts';
import { type Laid, MOST_SLOTS } from './laying-out.ts';
import type { Occasion } from './words.ts';

type Me = Scope & { memberId: string };

/** A calendar as somebody means it. */
export interface Draft {
  occasion: Occasion;
  about: About;
  timeZone: string;
  slots: readonly Laid[];
  /** Of the letter to her, where one goes. */
  locale?: string;
  /** herself; a member who is asked first; or somebody without an account, asked by a link. */
  whose: { for: 'me' } | { for: 'member'; memberId: string } | { for: 'other'; mail?: string | null };
}

/**
 * Makes a calendar with its slots. Her own is open at once, with its link; anybody else's only when she has said yes.
 * @throws when she may not be asked by the viewer (`refusal(error)` is 'forbidden')
 */
export async function makeCalendar(tx: Tx, keys: Keyring, me: Me, draft: Draft): Promise<string> {
  const calendarId = newId();
  const { whose } = draft;
  await tx.run(
    query.insertInto('help_calendars').values({
      community_id: me.communityId,
      calendar_id: calendarId,
      holder_id: whose.for === 'member' ? whose.memberId : me.memberId,
      organiser_id: whose.for === 'member' ? me.memberId : null,
      for_other: whose.for === 'other',
      occasion: draft.occasion,
      about: sealAbout(keys, draft.about),
      time_zone: draft.timeZone,
      consent: whose.for === 'me' ? 'given' : 'asked',
    }),
  );
  await addSlots(tx, me, calendarId, draft.slots);
  if (whose.for === 'member') {
    await notify(tx, { to: whose.memberId, kind: 'help-calendars.asked', subjectId: calendarId });
  } else {
    await herKey(tx, keys, me);
    if (whose.for === 'other' && whose.mail)
      await askByLetter(tx, keys, { ...me, locale: draft.locale ?? 'en' }, calendarId, whose.mail);
    else await makeLink(tx, keys, me, whose.for === 'me' ? 'help-calendar' : 'consent', calendarId);
  }
  return calendarId;
}

/** Lays slots into a calendar; one that stands there already (the same task at the same time) is not doubled. */
export async function addSlots(
  tx: Tx,
  { communityId }: Scope,
  calendarId: string,
  slots: readonly Laid[],
): Promise<number> {
  const there = await tx.all(
    query.selectFrom('help_slots').select(['task', 'starts_at']).where('calendar_id', '=', calendarId),
  );
  const known = new Set(there.map((row) => `${row.task} ${+row.starts_at}`));
  const fresh = slots
    .filter(({ task, startsAt }) => !known.has(`${task} ${+startsAt}`))
    .slice(0, Math.max(0, MOST_SLOTS - there.length));
  if (fresh.length === 0) return 0;
  return tx.run(
    query.insertInto('help_slots').values(
      fresh.map(({ task, day, startsAt, endsAt }) => ({
        community_id: communityId,
        slot_id: newId(),
        calendar_id: calendarId,
        task,
        day,
        starts_at: startsAt,
        ends_at: endsAt,
      })),
    ),
  );
}

/** What is said of it, as it is to be from now on. */
export const reword = (
  tx: Tx,
  keys: Keyring,
  calendarId: string,
  occasion: Occasion,
  about: About,
): Promise<number> =>
  tx.run(
    query
      .updateTable('help_calendars')
      .set({ occasion, about: sealAbout(keys, about) })
      .where('calendar_id', '=', calendarId),
  );
