import { beforeEach, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { wordsOf } from '../onboarding/telling.fixture.ts';
import { aLead, aWait, clearForming, openList, seatOf, tells, toldOf, waitOf } from './a-list.fixture.ts';

const world = await newWorld();
const { maya, vera, mo, nora, rosa } = world.people;
const BOARD = '/community/circle-forming/board';
const admin = () => world.as('admin');

/** Maya, Vera and Mo are free on Tuesdays, and Rosa would lead; circles are of two to four. */
beforeEach(async () => {
  await clearForming(world);
  await world.owner.query('DELETE FROM blocks');
  await openList(world);
  for (const who of ['maya', 'vera', 'mo'] as const) {
    await tells(world, who, {});
    await aWait(world, who);
  }
  await aLead(world, 'rosa');
});

/** Every value the page would send under a name. */
const sentFrom = (html: string, name: string): string[] =>
  [...html.matchAll(/<input[^>]*>/g)]
    .map(([input]) => input)
    .filter((input) => input.includes(`name="${name}"`))
    .map((input) => /value="([^"]*)"/.exec(input)![1]!);

/** What she sends when she approves the first circle as it is shown. */
async function shown(): Promise<Record<string, string | string[]>> {
  const { text } = await admin().get(BOARD);
  const names = ['circle-0', 'seat-0', 'shown-0', 'lead-0', 'slot-0', 'place-0', 'language-0'];
  return Object.fromEntries(names.map((name) => [name, sentFrom(text, name)]));
}
const sent = async (form: Record<string, string | string[]>) =>
  wordsOf((await admin().get((await admin().post(BOARD, form)).location!)).text);

test('a whole round is proposed with names, an hour and reasons, and one act asks everybody in it', async () => {
  const { text } = await admin().get(BOARD);
  expect(wordsOf(text)).toMatch(/Tuesday evenings/);
  expect(wordsOf(text)).toMatch(/All are free Tuesday evenings/);
  expect(sentFrom(text, 'seat-0').sort()).toEqual([maya, vera, mo].map(({ memberId }) => memberId).sort());
  expect(sentFrom(text, 'lead-0')).toEqual([rosa.memberId]);
  expect(await sent(await shown())).toContain('One circle gathers now');
  expect((await seatOf(world, 'maya')).state).toBe('offered');
  expect(await toldOf(world, 'rosa')).toHaveLength(1);
  const { rows } = await world.owner.query('SELECT reasons FROM circle_seats WHERE member_id = $1', [
    maya.memberId,
  ]);
  expect(rows[0].reasons[0].key).toMatch(/^seating-reasons\./);
});

test('somebody is taken out before it is approved, and keeps her place', async () => {
  const form = await shown();
  const rest = (form['seat-0'] as string[]).filter((id) => id !== vera.memberId);
  expect(await sent({ ...form, 'seat-0': rest })).toContain('One circle gathers now');
  expect((await waitOf(world, 'vera')).state).toBe('waiting');
  expect((await seatOf(world, 'mo')).state).toBe('offered');
});

test('too few are left, and nobody is asked', async () => {
  expect(await sent({ ...(await shown()), 'seat-0': [maya.memberId] })).toContain('would be too small');
  expect((await waitOf(world, 'maya')).state).toBe('waiting');
});

test('what changed since she looked is told, and hinders no other circle', async () => {
  const form = await shown();
  await world.owner.query(
    `UPDATE circle_waits SET state = 'withdrawn', ended_at = now() WHERE member_id = $1`,
    [vera.memberId],
  );
  const second = Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name.replace('-0', '-1'), value]),
  );
  second['seat-1'] = [maya.memberId, mo.memberId];
  const words = await sent({ ...form, ...second });
  expect(words).toContain('One circle gathers now');
  expect(words).toContain('One circle has changed since you looked');
});

test('two who are kept apart by now are not seated together, whatever the form says', async () => {
  const form = await shown();
  await world.owner.query('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
    maya.communityId,
    maya.memberId,
    mo.memberId,
  ]);
  expect(await sent(form)).toContain('One circle has changed');
  expect((await waitOf(world, 'maya')).state).toBe('waiting');
});

test('whoever was to lead has no room any more: told, and nobody is asked', async () => {
  const form = await shown();
  await world.owner.query('UPDATE circle_leads SET paused_at = now()');
  expect(await sent(form)).toContain('has no room any more');
  expect((await waitOf(world, 'maya')).state).toBe('waiting');
});

test('nobody is slipped in who does not wait, leads who did not offer, or comes from elsewhere', async () => {
  const form = await shown();
  await sent({ ...form, 'seat-0': [maya.memberId, rosa.memberId] });
  await sent({ ...form, 'seat-0': [maya.memberId, nora.memberId] });
  await sent({ ...form, 'lead-0': [vera.memberId] });
  const { rows } = await world.owner.query('SELECT count(*)::int AS n FROM circle_seats');
  expect(rows[0].n).toBe(0);
});

test('approved twice at once, everybody is asked once', async () => {
  const form = await shown();
  await Promise.all([1, 2, 3].map(() => admin().post(BOARD, form)));
  const { rows } = await world.owner.query('SELECT count(*)::int AS n FROM forming_circles');
  expect(rows[0].n).toBe(1);
});

test('proposed again without whom she took out; a circle left out makes nothing', async () => {
  const form = await shown();
  const rest = (form['seat-0'] as string[]).filter((id) => id !== vera.memberId);
  const again = await admin().post(`${BOARD}/again`, { ...form, 'seat-0': rest });
  const { text } = await admin().get(again.location!);
  expect(sentFrom(text, 'seat-0').sort()).toEqual([maya, mo].map(({ memberId }) => memberId).sort());
  expect(wordsOf(text)).toContain('Left out this time');
  expect((await admin().post(BOARD, { ...form, 'circle-0': [] })).location).toBe(BOARD);
});

test('the forming is ended once, and whoever stays is told why', async () => {
  await world.owner.query(`UPDATE circle_waits SET free = '{5-morning}' WHERE member_id = $1`, [
    vera.memberId,
  ]);
  await admin().post(BOARD, await shown());
  await admin().post(`${BOARD}/end`, { planned: '2099-12-01' });
  expect(await toldOf(world, 'vera')).toEqual(['forming.still-waiting']);
  const { rows } = await world.owner.query('SELECT why FROM circle_waits WHERE member_id = $1', [
    vera.memberId,
  ]);
  expect(rows[0].why[0].key).toMatch(/^seating-reasons\.waiting\./);
});

test('ended once more from a page that is still open, the forming after it is not ended as well', async () => {
  const planned = sentFrom((await admin().get(BOARD)).text, 'planned');
  expect(planned).toEqual(['2099-12-01']);
  await Promise.all([1, 2].map(() => admin().post(`${BOARD}/end`, { planned })));
  await admin().post(`${BOARD}/end`, { planned });
  await admin().post(`${BOARD}/end`, {});
  const rounds = () => world.owner.query('SELECT planned_for FROM forming_rounds');
  expect((await rounds()).rows).toEqual([{ planned_for: '2099-12-01' }]);
  await world.owner.query(`UPDATE forming_settings SET next_on = '2099-12-01'`);
  await admin().post(`${BOARD}/end`, { planned });
  expect((await world.owner.query('SELECT next_on FROM forming_settings')).rows[0].next_on).toBe(
    '2099-12-29',
  );
});

test('who is first in line is seated before others alike who have waited longer', async () => {
  await world.owner.query('UPDATE forming_settings SET upper = 2');
  for (const who of [maya, vera, mo]) {
    await world.owner.query(
      `UPDATE circle_waits SET first_in_line = member_id = $1,
         since = now() - CASE member_id WHEN $1 THEN interval '1 day' ELSE interval '20 days' END`,
      [who.memberId],
    );
    expect(sentFrom((await admin().get(BOARD)).text, 'seat-0')).toContain(who.memberId);
  }
});
