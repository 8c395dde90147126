import type { People } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { herKey } from '../sealing/index.ts';
import { type Particulars, sealParticulars } from './particulars.ts';

type Who = keyof People;

/** What the form sends. */
export const CALL = {
  language: 'en',
  name: 'May',
  phone: '312 555 0142',
  topics: 'sleep',
  line: '',
  safe: '',
  discreet: 'yes',
};

/** Trained, by the coordinator, as a row. */
export async function trained(world: World, who: Who, languages = ['en'], atOnce = 2) {
  const { communityId, memberId } = world.people[who];
  await world.owner.query(
    'INSERT INTO support_volunteers (community_id, member_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [communityId, memberId],
  );
  await world.owner.query(
    `INSERT INTO call_volunteers (community_id, member_id, languages, at_once, trained_on, recorded_by)
     VALUES ($1, $2, $3, $4, '2026-10-01', $5) ON CONFLICT (community_id, member_id) DO UPDATE SET languages = $3, at_once = $4`,
    [communityId, memberId, languages, atOnce, world.people.admin.memberId],
  );
}

/** A shift on one day, taken by somebody or by nobody. Resolves to its id. */
export async function aShift(world: World, who: Who | null, day: string, starts = '00:00', minutes = 720) {
  const { communityId } = world.people.admin;
  const id = newId();
  await world.owner.query(
    'INSERT INTO call_shifts (community_id, shift_id, day, starts, minutes) VALUES ($1, $2, $3, $4, $5)',
    [communityId, id, day, starts, minutes],
  );
  if (who)
    await world.owner.query(
      'INSERT INTO call_turns (community_id, shift_id, day, member_id) VALUES ($1, $2, $3, $4)',
      [communityId, id, day, world.people[who].memberId],
    );
  return id;
}

/** Asks through the form. Resolves to the id. */
export async function askAs(world: World, who: Who, form: Record<string, string | string[]> = {}) {
  const key = newId();
  const { status, text } = await world.as(who).post('/callbacks/new', { ...CALL, key, ...form });
  if (status !== 303) throw new Error(`${status} ${text.slice(0, 2000)}`);
  return key;
}

/** What is open of hers is closed, so that she can ask again. */
export const closeAll = (world: World) =>
  world.owner.query(
    `UPDATE callbacks SET closed_at = now(), closed_as = 'withdrawn', sealed = NULL WHERE closed_at IS NULL`,
  );

export async function takeAs(world: World, who: Who, id: string) {
  const { status, location } = await world.as(who).post(`/callbacks/${id}/taking`);
  if (location !== `/callbacks/calls/${id}`) throw new Error(`${status} ${location}`);
}

/** The same without a form, as a row: for routes that only need it to be there. What was open of hers is closed. */
export async function aCallback(world: World, who: Who, taker: Who | null, words: Partial<Particulars> = {}) {
  const { db, keys } = world.parts;
  const { communityId, memberId } = world.people[who];
  const about = {
    ...{ name: 'May', phone: '312 555 0142', line: '', safe: '', discreet: true, message: false },
    ...{ country: 'US', region: 'IL', ...words },
  };
  const id = newId();
  await closeAll(world);
  const scope = { communityId, memberId };
  await db.write(scope, async (tx) => {
    const sealed = sealParticulars(await herKey(tx, keys, scope), about);
    await tx.hot(`SELECT access.ask_callback($1, 'en', '{}', '{sleep}', $2, now() + interval '1 day')`, [
      id,
      sealed,
    ]);
  });
  if (taker) {
    await trained(world, taker);
    await world.owner.query(
      `UPDATE callbacks SET taken_by = $1, taken_at = now(), go_back_at = now() + interval '1 hour' WHERE callback_id = $2`,
      [world.people[taker].memberId, id],
    );
  }
  return id;
}
