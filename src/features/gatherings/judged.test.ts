import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { inWorld } from '../safety/a-report.fixture.ts';
import { answered, makeGathering } from './a-gathering.fixture.ts';

const world = await newWorld();
const { tell, caseOn, decide } = inWorld(world);
const DOOR = { link: 'https://meet.example.org/quillfern', address: '12 Larkspur Lane' };

test('those who decide about a hidden gathering see it as it stands, and can do nothing with it', async () => {
  const said = { title: 'Quillfern evening', place: 'both', door: DOOR } as const;
  const made = await makeGathering(world, { ...said, circleId: NIGHT_FEEDS, seenBy: 'circle', by: 'rosa' });
  const { gatheringId, path } = made;
  await answered(world, made.occurrences[0]!.occurrenceId, 'dana');
  expect((await world.as('mo').get(path)).status, 'its circle’s alone').toBe(404);
  await tell('dana', 'gathering', gatheringId);
  const id = await caseOn(gatheringId);
  await decide('mo', id, 'hide');
  for (const who of ['mo', 'admin'] as const) {
    const page = await world.as(who).get(path);
    expect(page.status, who).toBe(200);
    expect(page.text).toContain('Quillfern evening');
    expect(page.text).toContain('those who decide about it see this page');
    expect(page.text).not.toMatch(/meet\.example|Larkspur|name="answer"|\/edit|Dana/);
  }
  expect((await world.as('mo').get(`/moderation/${id}`)).text).toContain(`href="/gatherings/${gatheringId}"`);
  for (const rest of ['/edit', '/attendance', '/cancellation'])
    expect((await world.as('mo').get(`${path}${rest}`)).status, rest).toBe(404);
  for (const list of ['/gatherings', '/calendar', '/gatherings.ics'])
    expect((await world.as('mo').get(list)).text, list).not.toContain('Quillfern');
  for (const who of ['dana', 'maya', 'vera', 'nora'] as const)
    expect((await world.as(who).get(path)).status, who).toBe(404);
  // In the database itself: not by role alone, and not where there is nothing to decide.
  const other = await makeGathering(world, { title: 'Another' });
  await world.owner.query('UPDATE gatherings SET hidden_at = now() WHERE gathering_id = $1', [
    other.gatheringId,
  ]);
  const seen = (who: 'mo' | 'vera') =>
    world.parts.db.read(world.people[who], (tx) =>
      tx.hot<{ title: string }>('SELECT title FROM gatherings WHERE hidden_at IS NOT NULL', []),
    );
  expect(await seen('mo')).toEqual([{ title: 'Quillfern evening' }]);
  expect(await seen('vera')).toEqual([]);
  // Who is down for it herself learns of it what those coming learn.
  await answered(world, made.occurrences[0]!.occurrenceId, 'admin');
  expect((await world.as('admin').get(path)).status).toBe(404);
});

test('no link is promised where there is none', async () => {
  const online = { place: 'online', seenBy: 'community' } as const;
  const [none, one] = [
    await makeGathering(world, online),
    await makeGathering(world, { ...online, door: { link: DOOR.link, address: '' } }),
  ];
  expect((await world.as('vera').get(none.path)).text).toContain('No link so far');
  const page = (await world.as('vera').get(one.path)).text;
  expect(page).toContain('The link appears here 15 minutes before');
  expect(page, 'nobody walks into a call with somebody').not.toContain('company at the door');
  expect((await world.as('rosa').get(none.path)).text).toContain('There is no link yet');
});
