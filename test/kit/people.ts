import type pg from 'pg';
import { newId, newToken } from '../../src/platform/crypto/index.ts';

/** A named person of the tests, the demo and the docs. */
export interface Person {
  name: string;
  email: string;
  accountId: string;
  memberId: string;
  communityId: string;
  host: string;
  sessionToken: string;
}

/** Who lives in a test's world. */
export interface People {
  /** Baby of four months in Chicago; in Night Feeds. */
  maya: Person;
  /** Has been there, offers to mentor; in Night Feeds. */
  dana: Person;
  /** Looks after Night Feeds. */
  rosa: Person;
  /** Coordinator. */
  admin: Person;
  /** Moderator. */
  mo: Person;
  /** A member in no circle. */
  vera: Person;
  /** In Night Feeds; she and Maya have blocked each other's sight (Maya blocked her). */
  bea: Person;
  /** A member of another community on the same server. */
  nora: Person;
}

export const NIGHT_FEEDS = '00000000-0000-7000-8000-0000000000a1';
export const HIDDEN_CIRCLE = '00000000-0000-7000-8000-0000000000a2';
const COMMUNITY = '00000000-0000-7000-8000-000000000001';
const OTHER_COMMUNITY = '00000000-0000-7000-8000-000000000002';

/** Founds two communities and moves everybody in, as the owner of the database. */
export async function settle(owner: pg.Pool): Promise<People> {
  await community(owner, COMMUNITY, 'Lakeview Porch', null);
  await community(owner, OTHER_COMMUNITY, 'Another Porch', 'other.localhost');
  const people = {} as People;
  const home = (name: keyof People, role = 'member') => person(owner, COMMUNITY, 'localhost', name, role);
  people.maya = await home('maya');
  people.dana = await home('dana');
  people.rosa = await home('rosa');
  people.admin = await home('admin', 'coordinator');
  people.mo = await home('mo', 'moderator');
  people.vera = await home('vera');
  people.bea = await home('bea');
  people.nora = await person(owner, OTHER_COMMUNITY, 'other.localhost', 'nora', 'member');
  await circle(owner, NIGHT_FEEDS, 'Night Feeds, Lakeview', 'open', people.rosa);
  await circle(owner, HIDDEN_CIRCLE, 'The Quiet Cellar', 'hidden', people.rosa);
  for (const { memberId } of [people.maya, people.dana, people.bea]) {
    await owner.query('INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3)', [
      COMMUNITY,
      NIGHT_FEEDS,
      memberId,
    ]);
  }
  await owner.query('INSERT INTO blocks (community_id, blocker_id, blocked_id) VALUES ($1, $2, $3)', [
    COMMUNITY,
    people.maya.memberId,
    people.bea.memberId,
  ]);
  return people;
}

async function community(owner: pg.Pool, id: string, name: string, host: string | null) {
  await owner.query(
    `INSERT INTO communities (community_id, host, name, country, region, postcode, place_name, latitude, longitude, time_zone, languages, charter)
     VALUES ($1, $2, $3, 'US', 'IL', '60657', 'Chicago', 41.94, -87.653, 'America/Chicago', '{en,es}', 'Be kind.')`,
    [id, host, name],
  );
}

async function person(
  owner: pg.Pool,
  communityId: string,
  host: string,
  name: keyof People,
  role: string,
): Promise<Person> {
  const made: Person = {
    name: name[0]!.toUpperCase() + name.slice(1),
    email: `${name}@example.org`,
    accountId: `account-${name}`,
    memberId: newId(),
    communityId,
    host,
    sessionToken: newToken() + newToken(),
  };
  await owner.query('INSERT INTO auth."user" (id, name, email, "emailVerified") VALUES ($1, $2, $3, true)', [
    made.accountId,
    made.name,
    made.email,
  ]);
  await owner.query(
    `INSERT INTO auth.session (id, "expiresAt", token, "userId") VALUES ($1, now() + interval '7 days', $2, $3)`,
    [`session-${name}`, made.sessionToken, made.accountId],
  );
  await owner.query(
    'INSERT INTO members (community_id, member_id, account_id, display_name, role) VALUES ($1, $2, $3, $4, $5)',
    [communityId, made.memberId, made.accountId, made.name, role],
  );
  return made;
}

async function circle(owner: pg.Pool, id: string, name: string, joining: string, founder: Person) {
  await owner.query(
    `INSERT INTO circles (community_id, circle_id, name, purpose, charter, joining, cap, languages, stages, age_from_months, age_to_months,
       topics, place, country, region, postcode, place_name, latitude, longitude, weekday, start_time, minutes, every_weeks, time_zone, created_by)
     VALUES ($1, $2, $3, 'For those who are up at night.', 'What is said here stays here.', $4, 12, '{en}', '{baby}', 3, 6, '{sleep}',
       'in-person', 'US', 'IL', '60657', 'Lakeview, Chicago', 41.94, -87.653, 2, '19:00', 60, 1, 'America/Chicago', $5)`,
    [founder.communityId, id, name, joining, founder.memberId],
  );
}
