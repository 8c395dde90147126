import type { Keyring } from '../../platform/crypto/index.ts';
import type { Scope, Tx } from '../../platform/db/index.ts';
import { localeFor, translator } from '../../platform/i18n/index.ts';
import { linkPath, linkTo } from '../links/index.ts';
import type { Whole } from './access.ts';
import { clocksOf, dayOf, hoursOf, taskOf } from './saying.ts';
import { contactsIn } from './who-helps.ts';

/** A helper who left only a number and has a turn soon: no letter reaches them, so that she may send a word herself. */
export interface ByHand {
  name: string;
  phone: string;
  /** What she would send, in their language, with their own page. */
  words: string;
}

/** From so long before a turn she is offered to remind whoever no letter reaches. */
const BEFORE_MS = 36 * 3_600_000;

/** Whom she may remind by her own phone, the nearest turn first. `host`: the community's own address. */
export async function toRemind(
  tx: Tx,
  keys: Keyring,
  viewer: Scope & { memberId: string },
  { calendar, slots, helpers, key }: Whole,
  host: string,
  now: Date,
): Promise<ByHand[]> {
  const soon = slots.filter(
    ({ startsAt, helperId }) => helperId && startsAt > now && +startsAt - +now <= BEFORE_MS,
  );
  const unreached = soon.filter(({ helperId }) => {
    const helper = helpers.get(helperId!);
    return helper && !helper.mailed && !helper.memberId && !helper.removed;
  });
  if (unreached.length === 0) return [];
  const contacts = await contactsIn(tx, key, calendar.calendarId);
  const found: ByHand[] = [];
  for (const slot of unreached) {
    const { name, locale } = helpers.get(slot.helperId!)!;
    const phone = contacts.get(slot.helperId!)?.phone;
    const link = await linkTo(tx, viewer, 'helper', slot.helperId!);
    if (!phone) continue;
    const t = translator(locale);
    const clocks = clocksOf(localeFor(locale).lang, calendar);
    const what = taskOf(t, slot.task, false);
    const when = `${dayOf(clocks, slot)}, ${hoursOf({ t, ...clocks }, slot)}`;
    const words = t('help-calendars.by-hand.words', { name, what, when, called: calendar.called });
    found.push({ name, phone, words: link ? `${words} ${host}${linkPath(keys, 'helper', link)}` : words });
  }
  return found;
}
