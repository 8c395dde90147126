import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { hashToken } from '../../platform/crypto/index.ts';
import { makeLink } from '../links/index.ts';
import { aHelpCalendar, claimBy, linkOf } from './a-help-calendar.fixture.ts';

const world = await newWorld({ PUBLIC_URL: 'http://localhost' });
const { owner } = world;
const { maya } = world.people;
const { db, keys } = world.parts;
const sam = world.nobody();
let n = 0;

async function aTurn() {
  const made = await aHelpCalendar(world);
  const { mine } = await claimBy(sam, made.link, made.slots[0]!.slotId, { mail: `once-${++n}@example.org` });
  const { rows } = await owner.query('SELECT helper_id FROM help_helpers WHERE calendar_id = $1', [made.id]);
  const helperId: string = rows[0].helper_id;
  await db.write(maya, (tx) => makeLink(tx, keys, maya, 'helper-letter', helperId));
  return { ...made, mine: mine!, helperId, letter: await linkOf(world, 'helper-letter', helperId) };
}
const by = (path: string) => ({
  communityId: maya.communityId,
  memberId: null,
  linkHash: hashToken(path.split('/').at(-1)!),
});
/** Until something stands before a lock, or what was begun has ended. */
async function untilItWaits(begun: Promise<unknown>): Promise<void> {
  let over = false;
  void begun.finally(() => {
    over = true;
  });
  for (;;) {
    const { rows } = await owner.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (over || rows.length > 0) return;
  }
}
/** Does one thing, and begins another before the first has been written. */
async function meanwhile<T>(
  scope: Parameters<typeof db.write>[0],
  first: string,
  second: () => Promise<T>,
): Promise<T> {
  const begun = await db.write(scope, async (tx) => {
    await tx.hot(first, []);
    const other = second();
    await untilItWaits(other.catch(() => {}));
    return { other };
  });
  return begun.other;
}

test('whoever is being taken off takes nothing at the same moment', async () => {
  const { mine, slots, helperId, link } = await aTurn();
  const takenOff = `SELECT access.remove_helper('${helperId}')`;
  const swap = () => sam.post(`${mine}/turns/${slots[0]!.slotId}/swap`, { slot: slots[1]!.slotId });
  expect((await meanwhile(maya, takenOff, swap)).status).toBe(404);
  const other = await aTurn();
  const more = () => sam.post(`${other.mine}/turns`, { slot: other.slots[2]!.slotId });
  const gone = `SELECT access.remove_helper('${other.helperId}')`;
  expect((await meanwhile(maya, gone, more)).status).toBe(404);
  const { rows } = await owner.query(
    'SELECT FROM help_slots s JOIN help_helpers h USING (helper_id) WHERE h.removed_at IS NOT NULL',
  );
  expect(rows, 'no turn stays with somebody whose page is gone').toEqual([]);
  expect(link).toBeTruthy();
});

test('a stranger who says yes while the address is being corrected opens nothing', async () => {
  const { mine, letter, helperId } = await aTurn();
  const corrected = `SELECT access.correct_helper_mail('sealed', 'mail:another')`;
  const answer = await meanwhile(by(mine), corrected, () => sam.post(letter));
  expect(answer.status).toBe(404);
  const { rows } = await owner.query('SELECT answered_at FROM help_helpers WHERE helper_id = $1', [helperId]);
  expect(rows).toEqual([{ answered_at: null }]);
});

test('two yeses at once lead to one page', async () => {
  const { letter, helperId } = await aTurn();
  const answers = await Promise.all([1, 2, 3].map(() => sam.post(letter)));
  expect(new Set(answers.map(({ location }) => location)).size).toBe(1);
  const { rows } = await owner.query(
    `SELECT FROM links WHERE subject_id = $1 AND kind = 'helper' AND revoked_at IS NULL`,
    [helperId],
  );
  expect(rows).toHaveLength(1);
});
