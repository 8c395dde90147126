import { beforeEach, describe, expect, test } from 'vitest';
import { newWorld } from '../../../test/kit/world.ts';
import { aCircle, namesFound, seat, seats } from '../circles/a-circle.fixture.ts';
import { CHEERFUL, monthFromNow, tell, wordsOf } from '../onboarding/telling.fixture.ts';
import { aPost, cohortAged, inboxes } from './a-change.fixture.ts';

const world = await newWorld();
const { maya, rosa, dana } = world.people;
const isIn = async (id: string) => (await seats(world, id)).some((one) => one.member_id === maya.memberId);

let cohort: string;
beforeEach(async () => {
  await world.owner.query('DELETE FROM answers');
  cohort = await aCircle(world, rosa, { ...cohortAged(4), topics: ['sleep'] });
  await seat(world, cohort, maya);
});

describe('leaving a cohort quietly', () => {
  test('is one tap from its page, asks nothing, and tells nobody', async () => {
    const her = world.as('maya');
    const before = await inboxes(world);
    expect((await her.get(`/circles/${cohort}`)).text).toContain(`/circles/${cohort}/quiet-departure`);
    const answer = await her.post(`/circles/${cohort}/quiet-departure`);
    expect(answer.status).toBe(303);
    expect(await isIn(cohort)).toBe(false);
    expect(await inboxes(world)).toBe(before);
    const { text } = await her.get(answer.location!);
    expect(text).toContain('Nobody was told');
    expect(text).not.toContain('Babies of');
  });

  test.each(['en', 'es'])('says no cheerful and no wounding word afterwards (%s)', async (lang) => {
    const her = world.as('maya');
    her.cookies.set('lang', lang);
    await her.post(`/circles/${cohort}/quiet-departure`);
    const words = wordsOf((await her.get(`/circles/${cohort}/quiet-departure`)).text);
    expect(words).not.toMatch(CHEERFUL);
  });

  test('no cohort is offered to her again, though her answers say as before; others still see it', async () => {
    const stages = JSON.stringify([{ kind: 'baby', birthMonth: cohortAged(4).born_to }]);
    await world.owner.query(
      `INSERT INTO answers (community_id, member_id, stages, finished_at) VALUES ($1, $2, $3, now()), ($1, $4, $3, now())`,
      [maya.communityId, maya.memberId, stages, dana.memberId],
    );
    const offered = async (who: 'maya' | 'dana') => [
      ...(await namesFound(world.as(who), '')),
      wordsOf((await world.as(who).get('/plan')).text),
    ];
    await world.as('maya').post(`/circles/${cohort}/quiet-departure`);
    expect((await offered('maya')).join(' ')).not.toContain('Babies of');
    expect((await offered('dana')).join(' ')).toContain('Babies of');
    expect((await world.as('maya').get('/circles')).text).not.toContain('href="/cohorts"');
  });

  test('a new month she tells of herself opens them again; the same one, or one less, does not', async () => {
    const her = world.as('maya');
    const [old, coming] = [monthFromNow(-4), monthFromNow(5)];
    const child = { childMonth: [old.month], childYear: [old.year] };
    await tell(her, 1, { stages: ['baby'], ...child });
    await her.post(`/circles/${cohort}/quiet-departure`);
    const ended = async () =>
      (
        await world.owner.query('SELECT milestones_ended_at AS at FROM answers WHERE member_id = $1', [
          maya.memberId,
        ])
      ).rows[0].at;
    await tell(her, 1, { stages: ['baby'], ...child });
    expect(await ended()).not.toBeNull();
    await tell(her, 1, { stages: ['loss'] });
    expect(await ended()).not.toBeNull();
    await tell(her, 1, { stages: ['expecting'], dueMonth: [coming.month], dueYear: [coming.year] });
    expect(await ended()).toBeNull();
  });

  test('no page speaks to her of a month or of babies; whoever only wanted to leave that one takes it back', async () => {
    const her = world.as('maya');
    const child = monthFromNow(-4);
    await tell(her, 1, { stages: ['baby'], childMonth: [child.month], childYear: [child.year] });
    const nights = await aCircle(world, rosa, { name: 'Up at night', stages: ['baby'], topics: ['sleep'] });
    await seat(world, nights, maya);
    await world.as('rosa').post(`/circles/${nights}/posts`, { body: 'a kettle for all of us' });
    await world.owner.query(
      `INSERT INTO notifications (community_id, member_id, kind, circle_id, post_id)
       SELECT community_id, $1, 'conversation.post', circle_id, post_id FROM posts WHERE circle_id = $2`,
      [maya.memberId, nights],
    );
    const said = async () => {
      const pages = [
        '/plan',
        '/circles',
        '/notifications',
        '/search?q=kettle',
        '/search?q=babies&kind=circles',
        '/ask',
      ];
      const texts = await Promise.all(pages.map(async (path) => (await her.get(path)).text));
      return texts
        .map((text) => wordsOf(text.replace(/<option[\s\S]*?<\/option>|value="[^"]*"/g, '')))
        .join(' ');
    };
    const ABOUT_IT = /month-old|Up at night|kettle for|Babies of|With a baby/;
    expect(await said()).toMatch(ABOUT_IT);
    await her.post(`/circles/${cohort}/quiet-departure`);
    expect((await said()).match(ABOUT_IT)).toBeNull();
    expect((await her.get(`/circles/${nights}`)).status, 'her place is kept').toBe(200);
    expect((await her.get(`/search?q=kettle&in=${nights}`)).text).toContain('for all of us');
    expect((await her.get(`/circles/${cohort}/quiet-departure`)).text).toContain('action="/cohorts/return"');
    expect((await her.get('/circles/aside')).text).toContain('action="/cohorts/return"');
    await her.post('/cohorts/return');
    expect(await said()).toMatch(/month-old[\s\S]*Up at night/);
  });

  test('her words stay until she takes them away, from outside as well; answers of others stay', async () => {
    const her = world.as('maya');
    const id = await aPost(world, maya, 'a long night', cohort);
    await her.post(`/circles/${cohort}/quiet-departure`);
    const body = async () =>
      (await world.owner.query('SELECT body, removed_by FROM posts WHERE post_id = $1', [id])).rows[0];
    expect(await body()).toEqual({ body: 'a long night', removed_by: null });
    expect((await her.post(`/circles/${cohort}/words-removal`)).status).toBe(303);
    expect(await body()).toEqual({ body: '', removed_by: 'author' });
  });

  test('takes nobody else’s words, and answers alike for circles that are not hers', async () => {
    const other = await aCircle(world, rosa, { name: 'Not hers', joining: 'hidden' });
    const id = await aPost(world, rosa, 'mine to keep', other);
    const her = world.as('maya');
    for (const act of ['quiet-departure', 'words-removal']) {
      const there = await her.post(`/circles/${other}/${act}`);
      const nowhere = await her.post(`/circles/00000000-0000-7000-8000-00000000dead/${act}`);
      expect([there.status, nowhere.status]).toEqual([303, 303]);
    }
    const { rows } = await world.owner.query('SELECT body FROM posts WHERE post_id = $1', [id]);
    expect(rows[0].body).toBe('mine to keep');
    const { rows: told } = await world.owner.query('SELECT 1 FROM answers WHERE member_id = $1', [
      maya.memberId,
    ]);
    expect(told, 'leaving nothing ends nothing').toEqual([]);
  });

  test('all of them go at once, and what is not about babies stays', async () => {
    const second = await aCircle(world, rosa, { ...cohortAged(14) });
    const books = await aCircle(world, rosa, { name: 'Books' });
    for (const id of [second, books]) await seat(world, id, maya);
    await world.as('maya').post('/cohorts/departure');
    expect([await isIn(cohort), await isIn(second), await isIn(books)]).toEqual([false, false, true]);
  });

  test('the last to hold the keys leaves as quietly, and the circle is not left alone', async () => {
    const hers = await aCircle(world, maya, { ...cohortAged(4) });
    await seat(world, hers, dana);
    await world.as('maya').post(`/circles/${hers}/quiet-departure`);
    expect((await seats(world, hers)).map((one) => [one.member_id, one.role])).toEqual([
      [dana.memberId, 'facilitator'],
    ]);
  });
});
