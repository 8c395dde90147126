import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, seat } from '../circles/a-circle.fixture.ts';
import { makeGathering } from './a-gathering.fixture.ts';
import { enrol } from './enrolling.ts';

const world = await newWorld();
const { owner } = world;
const { rosa, maya, vera } = world.people;
const SUSPENDED = `INSERT INTO sanctions (community_id, sanction_id, kind, member_id, reason, until)
  VALUES ('${maya.communityId}', gen_random_uuid(), 'suspension', '${maya.memberId}', 'heat', now() + interval '30 days')`;

/** Somebody signs up while another holds the series and changes it; what is she told, and does she stand there? */
async function signsUpWhile(id: string, ...changes: string[]): Promise<[string, string[]]> {
  const other = await owner.connect();
  try {
    await other.query('BEGIN');
    await other.query('SELECT FROM gatherings WHERE gathering_id = $1 FOR UPDATE', [id]);
    const scope = { communityId: maya.communityId, memberId: maya.memberId };
    const asked = world.parts.db.write(scope, (tx) => enrol(tx, id, { guests: 0, children: 0 }));
    await standsAtLock(1);
    for (const change of changes) await other.query(change, change.includes('$1') ? [id] : []);
    await other.query('COMMIT');
    const said = await asked;
    const { rows } = await owner.query('SELECT answer FROM enrolments WHERE gathering_id = $1', [id]);
    return [said, rows.map(({ answer }) => answer)];
  } finally {
    other.release();
  }
}

/** Until so many stand at a lock. */
async function standsAtLock(many: number): Promise<void> {
  const stands = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while (((await owner.query(stands)).rowCount ?? 0) < many) await new Promise(setImmediate);
}

const UPDATE = 'UPDATE gatherings SET';
test.each([
  ['nothing else changes', [], 'yes'],
  ['it is called off', [`${UPDATE} cancelled_at = now() WHERE gathering_id = $1`], 'cancelled'],
  ['it gets smaller', [`${UPDATE} capacity = 1, seats_taken = 1 WHERE gathering_id = $1`], 'waiting'],
  ['one signs up for each date now', [`${UPDATE} sign_up = 'occurrence' WHERE gathering_id = $1`], 'absent'],
])('who signs up for a series while %s is told what is true then', async (_, changes, said) => {
  const { gatheringId } = await makeGathering(world, {
    rule: 'FREQ=WEEKLY;COUNT=3',
    signUp: 'series',
    capacity: 5,
  });
  const stands = said === 'yes' || said === 'waiting' ? [said] : [];
  expect(await signsUpWhile(gatheringId, ...changes)).toEqual([said, stands]);
});

test('who signs up while it is drawn back into a circle that is not hers has no place there', async () => {
  const circle = await aCircle(world, rosa, {});
  await seat(world, circle, vera);
  const { gatheringId } = await makeGathering(world, {
    circleId: circle,
    seenBy: 'public',
    rule: 'FREQ=WEEKLY;COUNT=3',
    signUp: 'series',
  });
  const drawn = `${UPDATE} seen_by = 'circle' WHERE gathering_id = $1`;
  expect(await signsUpWhile(gatheringId, drawn)).toEqual(['absent', []]);
});

test('who is suspended just after she signed up, and before that is so for all, keeps no place', async () => {
  const { gatheringId } = await makeGathering(world, {
    rule: 'FREQ=WEEKLY;COUNT=3',
    signUp: 'series',
    capacity: 5,
  });
  const scope = { communityId: maya.communityId, memberId: maya.memberId };
  const { suspending } = await world.parts.db.write(scope, async (tx) => {
    expect(await enrol(tx, gatheringId, { guests: 0, children: 0 })).toBe('yes');
    const suspending = owner.query(SUSPENDED);
    await standsAtLock(1);
    return { suspending };
  });
  await suspending;
  const { rows } = await owner.query(`SELECT answer FROM rsvps WHERE gathering_id = $1 AND answer = 'yes'`, [
    gatheringId,
  ]);
  expect(rows).toEqual([]);
});
