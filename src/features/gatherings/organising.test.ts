import { expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { translator } from '../../platform/i18n/index.ts';
import { bundle, newsOf, sentence } from '../notifications/index.ts';
import { answered, inDays, makeGathering } from './a-gathering.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const rosa = world.as('rosa');
const FORM = {
  title: 'A walk by the lake',
  kind: 'walk',
  seenBy: 'community',
  date: inDays(3).slice(0, 10),
  startTime: '10:00',
  minutes: '60',
  repeats: 'weekly',
  times: '3',
  place: 'in-person',
  venue: 'The bench at Belmont Harbor',
  near: '60657',
  placeName: 'Lakeview, Chicago',
  languages: 'en',
};

test('extra dates keep the hours they had when something else is changed, and follow when the hour is', async () => {
  const usual = inDays(8);
  const late = inDays(9, '18:30:00');
  const made = await makeGathering(world, { rule: 'FREQ=WEEKLY;COUNT=3', extra: [usual, late] });
  const first = made.occurrences[0]!.occurrenceId;
  const edit = `/gatherings/${made.gatheringId}/edit?occurrence=${first}&span=all`;
  const extra = [usual, late].map((wall) => wall.slice(0, 10));
  const kept = async () =>
    (await owner.query('SELECT extra FROM gatherings WHERE gathering_id = $1', [made.gatheringId])).rows[0]
      .extra;
  expect((await rosa.post(edit, { ...FORM, title: 'A slow walk', extra })).status).toBe(303);
  expect(await kept()).toEqual([usual, late]);
  expect((await rosa.post(edit, { ...FORM, startTime: '11:00', extra })).status).toBe(303);
  expect(await kept()).toEqual([inDays(8, '11:00:00'), late]);
  expect((await rosa.post(edit, { ...FORM, startTime: '11:00', extra: extra.slice(0, 1) })).status).toBe(303);
  expect(await kept()).toEqual([inDays(8, '11:00:00')]);
});

test('who makes it smaller is told how many places are taken, and that nobody is sent away', async () => {
  const made = await makeGathering(world, { capacity: 8 });
  const first = made.occurrences[0]!.occurrenceId;
  for (const who of ['maya', 'vera', 'dana'] as const) await answered(world, first, who);
  const edit = `/gatherings/${made.gatheringId}/edit`;
  const words = '3 places are taken already, so it can be no fewer: nobody who said yes is sent away.';
  expect((await rosa.get(edit)).text).toContain(words);
  const small = await rosa.post(edit, { ...FORM, repeats: 'never', times: '', capacity: '2' });
  expect(small.status).toBe(422);
  expect(small.text).toContain('nobody who said yes is sent away');
  expect((await rosa.post(edit, { ...FORM, repeats: 'never', times: '', capacity: '3' })).status).toBe(303);
  const { rows } = await owner.query(`SELECT FROM rsvps WHERE occurrence_id = $1 AND answer = 'yes'`, [
    first,
  ]);
  expect(rows).toHaveLength(3);
});

test('whose gathering it is is not asked whether she comes, and may take a place all the same', async () => {
  const { path } = await makeGathering(world);
  const host = (await rosa.get(path)).text;
  expect(host).toContain('It is yours, so you are expected.');
  expect(host).not.toContain('Are you coming?</h2>');
  expect((await world.as('maya').get(path)).text).toContain('Are you coming?</h2>');
  await rosa.post(`${path}/rsvp`, { answer: 'yes' });
  expect((await rosa.get(path)).text).toContain('Are you coming?</h2>');
});

test('a change of many dates says where hers stand now', async () => {
  const made = await makeGathering(world, { rule: 'FREQ=WEEKLY;COUNT=5' });
  for (const { occurrenceId } of made.occurrences.slice(1, 3)) await answered(world, occurrenceId, 'maya');
  const first = made.occurrences[0]!.occurrenceId;
  await rosa.post(`/gatherings/${made.gatheringId}/edit?occurrence=${first}&span=all`, {
    ...FORM,
    times: '5',
    startTime: '11:15',
  });
  const items = await world.parts.db.read(people.maya, (tx) => newsOf(tx, people.maya, 'unseen'));
  const [words] = bundle(items).map((one) => sentence({ t: translator('en'), locale: 'en' }, one));
  expect(words).toMatch(
    /Changed: when or where A walk by the lake takes place\. Yours now: .* at 11:15\sAM · .* at 11:15\sAM$/,
  );
});

test('the finder asks for what she needs there: only where it was said', async () => {
  const said = { babies: null, feeding: null, childcare: null };
  const facts = (siblings: boolean | null, strollers: boolean | null, step_free: boolean | null) => ({
    ...said,
    siblings,
    strollers,
    step_free,
  });
  const open = { seenBy: 'public', kind: 'playdate' } as const;
  await makeGathering(world, { ...open, title: 'All of it', facts: facts(true, true, true) });
  await makeGathering(world, { ...open, title: 'No strollers', facts: facts(true, false, true) });
  await makeGathering(world, { ...open, title: 'Nobody said', facts: facts(null, null, null) });
  const found = async (query: string) => {
    const { text } = await world.nobody().get(`/gatherings?kind=playdate${query}`);
    return ['All of it', 'No strollers', 'Nobody said'].filter((title) => text.includes(`>${title}<`));
  };
  expect(await found('')).toHaveLength(3);
  expect(await found('&fact=siblings&fact=step_free')).toEqual(['All of it', 'No strollers']);
  expect(await found('&fact=strollers')).toEqual(['All of it']);
  expect(await found('&fact=nonsense')).toHaveLength(3);
  const { text } = await world.nobody().get('/gatherings?kind=playdate&fact=siblings&fact=strollers');
  expect(text).toContain('href="/gatherings?kind=playdate&amp;fact=siblings"'); // one at a time is taken out again
});

test('the first part of a series that was parted does not take its old dates back when it is changed', async () => {
  const made = await makeGathering(world, { rule: 'FREQ=WEEKLY;COUNT=6' });
  const third = made.occurrences[2]!.occurrenceId;
  const here = `/gatherings/${made.gatheringId}`;
  const later = { ...FORM, date: inDays(17).slice(0, 10), times: '4', startTime: '11:00' };
  expect((await rosa.post(`${here}/edit?occurrence=${third}&span=following`, later)).status).toBe(303);
  const first = `${here}/edit?occurrence=${made.occurrences[0]!.occurrenceId}&span=all`;
  const until = /name="until"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="until"/.exec(
    (await rosa.get(first)).text,
  );
  const shown = until?.[1] ?? until?.[2] ?? '';
  expect(shown).toBe(inDays(16).slice(0, 10));
  await rosa.post(first, { ...FORM, times: '', until: shown, title: 'Shorter' });
  const { rows } = await owner.query('SELECT FROM occurrences WHERE gathering_id = $1', [made.gatheringId]);
  expect(rows).toHaveLength(2);
});
