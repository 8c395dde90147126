import type { People } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';
import type { ProposedCircle } from '../../matching/index.ts';
import { newId } from '../../platform/crypto/index.ts';
import { type Made, openCircle } from './making.ts';

type Who = keyof People;

/** The list is open, circles are for two mothers and more, and the next forming is in some days. */
export async function openList({ owner, people }: World, nextOn = '2099-12-01'): Promise<void> {
  await owner.query(
    `INSERT INTO forming_settings (community_id, open, lower, upper, next_on) VALUES ($1, true, 2, 4, $2)
     ON CONFLICT (community_id) DO UPDATE SET open = true, lower = 2, upper = 4, next_on = $2, due_told_for = NULL`,
    [people.admin.communityId, nextOn],
  );
}

/** Waits, behind the server's back. Resolves to the id of her place. */
export async function aWait(
  { owner, people }: World,
  who: Who,
  { topics = ['sleep'], notAlone = [] as string[], free = ['2-evening'] } = {},
): Promise<string> {
  const id = newId();
  const { communityId, memberId } = people[who];
  await owner.query(
    `INSERT INTO circle_waits (community_id, wait_id, member_id, languages, free, meets, topics, not_alone, since)
     VALUES ($1, $2, $3, '{en}', $4, 'both', $5, $6, now() - interval '3 days')`,
    [communityId, id, memberId, free, topics, notAlone],
  );
  return id;
}

/** Offers to lead, and a coordinator has said yes. */
export async function aLead({ owner, people }: World, who: Who, circles = 1): Promise<void> {
  const { communityId, memberId } = people[who];
  await owner.query(
    `INSERT INTO circle_leads (community_id, member_id, state, languages, free, meets, circles, offered_at)
     VALUES ($1, $2, 'approved', '{en}', '{2-evening}', 'both', $3, now())
     ON CONFLICT (community_id, member_id) DO UPDATE SET state = 'approved', circles = $3, paused_at = NULL`,
    [communityId, memberId, circles],
  );
}

/** Whom a forming would seat together, with the sentence each is told. */
export function proposing({ people }: World, members: Who[], leads: Who[]): ProposedCircle {
  const ids = members.map((who) => people[who].memberId);
  return {
    members: ids,
    facilitators: leads.map((who) => people[who].memberId),
    language: 'en',
    slot: '2-evening',
    place: 'in-person',
    centre: { latitude: 41.9, longitude: -87.7 },
    topics: ['sleep'],
    stages: ['baby'],
    total: 1,
    reasons: [],
    reasonsFor: new Map(
      ids.map((id) => [id, [{ key: 'seating-reasons.not-alone', values: { reader: 'member' } } as never]]),
    ),
  };
}

/** A coordinator approves it. */
export async function approve(
  world: World,
  circle: ProposedCircle,
  { by = 'admin', now = new Date() }: { by?: Who; now?: Date } = {},
): Promise<Made> {
  const { owner, people, parts } = world;
  const { rows } = await owner.query(
    'SELECT member_id AS id, wait_id AS "waitId" FROM circle_waits WHERE member_id = ANY ($1) ORDER BY since DESC',
    [circle.members],
  );
  const community = {
    communityId: people.admin.communityId,
    country: 'US',
    region: 'IL',
    placeName: 'Chicago',
  };
  const here = { ...community, timeZone: 'America/Chicago', languages: ['en', 'es'] } as never;
  return openCircle((work) => parts.db.write(people[by], work), here, circle, rows, now);
}

/** Where the newest seat kept for somebody stands, and its id. */
export async function seatOf(
  { owner, people }: World,
  who: Who,
): Promise<{ id: string; state: string; forming: string }> {
  const { rows } = await owner.query(
    `SELECT seat_id AS id, state, forming_id AS forming FROM circle_seats WHERE member_id = $1
     ORDER BY offered_at DESC, seat_id DESC LIMIT 1`,
    [people[who].memberId],
  );
  return rows[0];
}

/** Where her newest place on the list stands. */
export async function waitOf({ owner, people }: World, who: Who) {
  const { rows } = await owner.query(
    `SELECT state, first_in_line, lapses, topics, not_alone FROM circle_waits WHERE member_id = $1
     ORDER BY ended_at DESC NULLS FIRST LIMIT 1`,
    [people[who].memberId],
  );
  return rows[0];
}

/** What somebody has been told of all this, in the order of it. */
export async function toldOf({ owner, people }: World, who: Who): Promise<string[]> {
  const { rows } = await owner.query(
    `SELECT kind FROM notifications WHERE member_id = $1 AND kind LIKE 'forming.%' ORDER BY created_at, kind`,
    [people[who].memberId],
  );
  return rows.map(({ kind }) => kind);
}

/** As if nothing had been: for the next test of the same world. */
export async function clearForming({ owner }: World): Promise<void> {
  await owner.query(`DELETE FROM circles WHERE circle_id IN (SELECT circle_id FROM forming_circles)`);
  for (const table of ['circle_seats', 'forming_circles', 'forming_rounds', 'circle_waits', 'circle_leads'])
    await owner.query(`DELETE FROM ${table}`);
  await owner.query(`DELETE FROM notifications WHERE kind LIKE 'forming.%'`);
}

/** What she tells of herself, as if she had gone through the screens again. */
export async function tells(
  { parts, people }: World,
  who: Who,
  { stages = [] as object[], topics = [] as string[], languages = ['en'], free = [] as string[] },
): Promise<void> {
  const { communityId, memberId } = people[who];
  await parts.db.write(people[who], (tx) =>
    tx.hot(
      `INSERT INTO answers (community_id, member_id, stages, topics, languages, free) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (community_id, member_id) DO UPDATE SET stages = $3, topics = $4, languages = $5, free = $6`,
      [communityId, memberId, JSON.stringify(stages), topics, languages, free],
    ),
  );
}

/** A circle that gathers, with seats kept for Vera, for somebody else, and for Rosa to lead it. Resolves to its pages. */
export async function aGathering(
  { owner, people }: World,
  { name, why, otherId }: { name: string; why: string; otherId: string },
): Promise<string[]> {
  const [forming, seats] = [newId(), [newId(), newId(), newId()] as const];
  const { communityId, memberId } = people.vera;
  await owner.query(
    `INSERT INTO forming_circles (community_id, forming_id, name, languages, place, weekday, start_time, time_zone, lower, upper,
       answer_by, made_at) VALUES ($1, $2, $3, '{en}', 'online', 2, '19:00', 'UTC', 2, 4, now() + interval '3 days', now())`,
    [communityId, forming, name],
  );
  const said = [{ key: 'mentoring-reasons.question', values: { reader: 'mentee', question: why } }];
  for (const [n, id] of [memberId, otherId, people.rosa.memberId].entries())
    await owner.query(
      `INSERT INTO circle_seats (community_id, seat_id, forming_id, member_id, role, reasons, offered_at, answer_by)
       VALUES ($1, $2, $3, $4, $5, $6, now(), now() + interval '3 days')`,
      [
        communityId,
        seats[n],
        forming,
        id,
        n < 2 ? 'member' : 'facilitator',
        n === 0 ? JSON.stringify(said) : '[]',
      ],
    );
  const each = seats.map((id) => `/circle-seats/${id}`);
  return [...each, '/circles/waiting-list', '/circles/leading', '/community/circle-forming'];
}
