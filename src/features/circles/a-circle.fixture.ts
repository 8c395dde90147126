import type { Client } from '../../../test/kit/client.ts';
import type { Person } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';

const LAKEVIEW = { country: 'US', region: 'IL', postcode: '60657', place_name: 'Lakeview, Chicago' };

/** What a test says of a circle; the rest is an open one for anybody, in person, in Lakeview. */
type Said = Record<string, unknown>;

/** Puts a circle into the world behind the server's back, looked after by `founder`. Resolves to its id. */
export async function aCircle(world: World, founder: Person, said: Said): Promise<string> {
  const circle: Said = {
    community_id: founder.communityId,
    circle_id: newId(),
    name: 'A circle',
    joining: 'open',
    cap: 12,
    place: 'in-person',
    ...LAKEVIEW,
    latitude: 41.94,
    longitude: -87.653,
    time_zone: 'America/Chicago',
    created_by: founder.memberId,
    ...said,
  };
  const names = Object.keys(circle);
  const slots = names.map((_, i) => `$${i + 1}`);
  await world.owner.query(
    `INSERT INTO circles (${names.join(', ')}) VALUES (${slots.join(', ')})`,
    Object.values(circle),
  );
  return circle.circle_id as string;
}

/** Seats somebody behind the server's back. */
export async function seat(world: World, circleId: string, person: Person): Promise<void> {
  await world.owner.query(
    'INSERT INTO circle_members (community_id, circle_id, member_id) VALUES ($1, $2, $3)',
    [person.communityId, circleId, person.memberId],
  );
}

/** Who sits in a circle, by member id. */
export async function seats(world: World, circleId: string) {
  const { rows } = await world.owner.query<{ member_id: string; role: string; greeter_id: string | null }>(
    'SELECT member_id, role, greeter_id FROM circle_members WHERE circle_id = $1 ORDER BY joined_at',
    [circleId],
  );
  return rows;
}

/** The form of a circle, filled in well. */
export const FORM = {
  name: 'Porch at Dusk',
  purpose: 'An hour for ourselves.',
  charter: 'What is said here stays here.',
  stages: ['baby', 'toddler'],
  ageFrom: '3',
  ageTo: '18',
  topics: ['sleep'],
  languages: ['en', 'es'],
  place: 'in-person',
  near: '60657',
  placeName: 'Lakeview',
  weekday: '2',
  startTime: '19:30',
  minutes: '90',
  everyWeeks: '2',
  firstMeeting: '2026-12-01',
  childcare: 'yes',
  cost: 'free',
  faith: '',
  joining: 'open',
  cap: '12',
  questions: 'What brings you?\n\nAnything else?',
};

export const circleIdIn = (location: string | null): string => /[0-9a-f-]{36}/.exec(location ?? '')![0];

/** Starts a circle through the front, as Vera. Resolves to its id. */
export async function started(world: World, form: Partial<typeof FORM> = {}): Promise<string> {
  const { status, location } = await world.as('vera').post('/circles/new', { ...FORM, ...form });
  if (status !== 303) throw new Error(`The circle could not be started: ${status}`);
  return circleIdIn(location);
}

/** The token of a circle's newest link, as Vera sees it on the invitations page. */
export async function linkOf(world: World, id: string): Promise<string> {
  const { text } = await world.as('vera').get(`/circles/${id}/invitations`);
  return /\/invitations\/([\w-]{22})/.exec(text)![1]!;
}

/** Names of the circles on a page of the finder, in its order. */
export async function namesFound(who: Client, query: string): Promise<string[]> {
  const { text } = await who.get(`/circles${query}`);
  return [...text.matchAll(/<h2 id="circle-[^"]*"><a[^>]*>([^<]*)</g)].map((match) => match[1]!);
}
