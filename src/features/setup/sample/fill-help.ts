import { hashToken, newId } from '../../../platform/crypto/index.ts';
import { query } from '../../../platform/db/index.ts';
import {
  claimSlot,
  doorOf,
  keepParticulars,
  layOut,
  makeCalendar,
  type Task,
  tomorrowIn,
} from '../../help-calendars/index.ts';
import { tokenOf } from '../../links/index.ts';
import { herKey } from '../../sealing/index.ts';
import type { Cast } from './cast.ts';
import { DOOR, HELPERS, SAID, type SampleHelper, WISHES } from './help-calendar.ts';

const ZONE = 'America/Chicago';
const PLANS: { tasks: Task[]; weekdays: number[]; weeks: number }[] = [
  { tasks: ['meal'], weekdays: [1, 3, 5], weeks: 4 },
  { tasks: ['laundry'], weekdays: [6], weeks: 4 },
  { tasks: ['night-feed'], weekdays: [2, 4], weeks: 3 },
];

/** Maya's help calendar, in which her family has begun to take turns, each by the link as they would. */
export async function fillHelp(cast: Cast): Promise<void> {
  const { tx, keys, communityId } = cast;
  const memberId = await cast.as('maya');
  const maya = { communityId, memberId };
  const now = new Date();
  const from = tomorrowIn(ZONE, now);
  const calendarId = await makeCalendar(tx, keys, maya, {
    occasion: 'birth',
    about: { called: 'Maya', said: SAID, gifts: [] },
    timeZone: ZONE,
    slots: PLANS.flatMap((plan) => layOut({ ...plan, from }, ZONE, now)),
    whose: { for: 'me' },
  });
  const key = await herKey(tx, keys, maya);
  await keepParticulars(tx, key, communityId, calendarId, { wishes: WISHES, door: DOOR });
  const door = await doorOf(tx, calendarId);
  if (!door) throw new Error('The sample’s help calendar has no link');
  const slots = await tx.all(
    query
      .selectFrom('help_slots')
      .select(['slot_id', 'task'])
      .where('calendar_id', '=', calendarId)
      .orderBy('starts_at'),
  );
  const nth = (task: Task, n: number) => slots.filter((slot) => slot.task === task)[n]!.slot_id;
  await cast.by(hashToken(tokenOf(keys, door)));
  for (const helper of HELPERS)
    for (const [task, n, brings = ''] of helper.turns)
      await take(cast, key, { helper, calendarId, slotId: nth(task, n), brings });
  await cast.by(null);
  await cast.as('maya');
  for (const { turns, knownToHer } of HELPERS)
    if (knownToHer)
      await tx.hot('SELECT access.know_helper(helper_id) FROM help_slots WHERE slot_id = $1', [
        nth(turns[0]![0], turns[0]![1]),
      ]);
}

interface Turn {
  helper: SampleHelper;
  calendarId: string;
  slotId: string;
  brings: string;
}

async function take(
  cast: Cast,
  key: Awaited<ReturnType<typeof herKey>>,
  { helper, ...turn }: Turn,
): Promise<void> {
  const { name, mail, backsUp = false } = helper;
  const { outcome } = await claimSlot(cast.tx, cast.keys, key, {
    ...turn,
    once: newId(),
    name,
    contact: { mail, phone: null },
    backsUp,
    locale: 'en',
  });
  if (outcome !== 'yes') throw new Error(`${name} found no turn: ${outcome}`);
}
