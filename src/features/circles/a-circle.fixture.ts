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
