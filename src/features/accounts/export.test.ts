import { expect, test } from 'vitest';
import { NIGHT_FEEDS } from '../../../test/kit/people.ts';
import { newWorld } from '../../../test/kit/world.ts';
import { wordsOf } from '../onboarding/telling.fixture.ts';

const world = await newWorld();
const { owner, people } = world;
const { maya, dana } = people;
const hers = [maya.communityId, maya.memberId];

/** One row of every kind that has codes in it. */
async function fill(): Promise<void> {
  await owner.query(
    `UPDATE members SET time_zone = 'America/Los_Angeles', role = 'moderator' WHERE member_id = $1`,
    [maya.memberId],
  );
  await owner.query(
    `INSERT INTO answers (community_id, member_id, stages, country, region, postcode, supports, topics, languages, faith,
       free, contact) VALUES ($1, $2, '[{"kind":"baby","birthMonth":"2026-07"},{"kind":"loss"}]', 'US', 'IL', '60614',
       '{emotional}', '{low-mood,nicu}', '{es}', 'any', '{2-evening}',
       '{"by":"mail","quietFrom":"21:00","quietTo":"07:00","requestsOnly":true,"contentFree":false}')`,
    hers,
  );
  await owner.query(
    `INSERT INTO plan_decisions (community_id, member_id, step_key, state, title, kind) VALUES ($1, $2, 'k', 'not-now',
       '{"key":"plan-steps.start.title-topic","values":{"topic":"low-mood"}}', 'circle')`,
    hers,
  );
  await owner.query(
    `WITH id AS (SELECT gen_random_uuid() AS id), s AS (
       INSERT INTO pseudonyms (community_id, pseudonym_id, thread_id, member_id, name)
       SELECT $1, gen_random_uuid(), id, $2, 'quiet-heron' FROM id RETURNING pseudonym_id, thread_id)
     INSERT INTO posts (community_id, post_id, circle_id, thread_id, pseudonym_id, pseudonym, body)
     SELECT $1, thread_id, $3, thread_id, pseudonym_id, 'quiet-heron', 'Words' FROM s`,
    [...hers, NIGHT_FEEDS],
  );
  await owner.query(
    `INSERT INTO reactions (community_id, post_id, member_id, kind) SELECT $1, post_id, $2, 'me-too' FROM posts`,
    hers,
  );
  await owner.query(
    `INSERT INTO join_requests (community_id, circle_id, member_id, state, answers)
     VALUES ($1, $3, $2, 'declined', '[{"question":"What brings you?","answer":"Night"}]')`,
    [...hers, NIGHT_FEEDS],
  );
  await owner.query(
    `INSERT INTO circle_invitations (community_id, invitation_id, circle_id, token_hash, created_by, expires_at)
     VALUES ($1, gen_random_uuid(), $3, 'hash', $2, now())`,
    [...hers, NIGHT_FEEDS],
  );
  await owner.query(
    `INSERT INTO reports (community_id, report_id, reporter_id, subject_kind, subject_id, reason)
     VALUES ($1, gen_random_uuid(), $2, 'member', gen_random_uuid(), 'misinformation')`,
    hers,
  );
  await owner.query(
    `INSERT INTO mentor_offers (community_id, member_id, experiences, country, region)
     VALUES ($1, $2, '{nicu,baby}', 'US', 'IL'), ($1, $3, '{}', null, null)`,
    [...hers, dana.memberId],
  );
  await owner.query(
    `INSERT INTO introductions (community_id, introduction_id, mentee_id, mentor_id, state)
     VALUES ($1, gen_random_uuid(), $2, $3, 'declined')`,
    [...hers, dana.memberId],
  );
  await owner.query(
    `WITH g AS (INSERT INTO gatherings (community_id, gathering_id, uid, kind, seen_by, title, starts, minutes, time_zone,
         laid_out_until, place) VALUES ($1, gen_random_uuid(), 'walk', 'walk', 'public', 'Paseo', '2026-12-01T10:00:00', 60,
         'America/Chicago', now(), 'in-person') RETURNING gathering_id),
       o AS (INSERT INTO occurrences (community_id, occurrence_id, gathering_id, recurs_at, starts_at, ends_at)
         SELECT $1, gen_random_uuid(), gathering_id, now(), now(), now() + interval '1 hour' FROM g RETURNING *)
     INSERT INTO rsvps (community_id, occurrence_id, gathering_id, member_id, answer, children, company)
     SELECT $1, occurrence_id, gathering_id, $2, 'maybe', 2, 'wanted' FROM o`,
    hers,
  );
}
await fill();

/** Ids, codes and machine dates: everything that is no word. */
const RAW =
  /[0-9a-f]{8}-[0-9a-f]{4}|\b(low-mood|nicu|not-now|me-too|quiet-heron|2-evening|birthMonth|requestsOnly|true|false|null|emotional|misinformation|moderator|baby|loss|maybe|wanted)\b|America\/|plan-steps|\d{4}-\d{2}|\d\d:\d\d:|\b(US|IL)\b|T\d\d:/;

test('the page reads as sentences in her language: no code, no id, no machine’s date', async () => {
  const her = world.as('maya');
  her.cookies.set('lang', 'es');
  const words = wordsOf((await her.get('/me/export/page')).text);
  expect(words).not.toMatch(RAW);
  for (const said of [
    'Garza Callada',
    'julio de 2026',
    'Estados Unidos',
    'Illinois',
    'Los Angeles',
    'Martes',
    'What brings you? · Night',
    'Night Feeds, Lakeview',
    'Dana',
    'esta vez no',
    'quizás',
    'con alguien, por favor',
  ])
    expect(words).toContain(said);
});

test('in English it says who can reach her, and when not', async () => {
  const words = wordsOf((await world.as('maya').get('/me/export/page')).text);
  expect(words).toMatch(/Send me an email too · Quiet from 9:00\sPM · Until 7:00\sAM · Ask me before/);
  expect(words).not.toContain('Keep notices discreet');
  expect(words).toContain('Start a small circle about anxiety or low mood');
});

test('the file keeps the codes, for machines', async () => {
  const all = JSON.parse((await world.as('maya').get('/me/export')).text);
  expect(all.answers[0].stages).toEqual([{ kind: 'baby', birthMonth: '2026-07' }, { kind: 'loss' }]);
  expect(all.reactions[0].kind).toBe('me-too');
  expect(all.introductions[0]).toMatchObject({ state: 'declined', display_name: 'Dana' });
  expect(all.posts[0].pseudonym).toBe('quiet-heron');
});
