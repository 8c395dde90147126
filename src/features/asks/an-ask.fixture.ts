import type { People } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';
import { query } from '../../platform/db/index.ts';
import { makeLink, tokenOf } from '../links/index.ts';
import { sealAbout } from '../people/person.ts';
import { herKey } from '../sealing/index.ts';

type Who = keyof People;

/** What an offer and an ask are made of in tests, as their forms send it. */
export const OFFER = {
  kind: 'practical',
  words: 'I can cook on Thursdays',
  things: ['meal'],
  languages: ['en'],
  atOnce: '1',
};
export const ASK = { words: 'Dinner would help this week', needed: 'week', thing: 'meal', to: 'nearby' };

/** Asks through the form. Resolves to the id of the ask. */
export async function askAs(
  world: World,
  who: Who,
  form: Record<string, string | string[]> = {},
  door = 'hand',
) {
  const { location, status, text } = await world.as(who).post(`/ask/${door}`, { ...ASK, ...form });
  if (status !== 303) throw new Error(`${status} ${text.slice(0, 2000)}`);
  const way = decodeURIComponent(location!);
  return /\/asks\/([0-9a-f-]{36})/.exec(way)![1]!;
}

/** Offers through the form. */
export async function offerAs(world: World, who: Who, form: Record<string, string | string[]> = {}) {
  const { status, text } = await world.as(who).post('/asks/offers/new', { ...OFFER, ...form });
  if (status !== 303) throw new Error(`${status} ${text.slice(0, 2000)}`);
}

/** The clock's work, at a moment. */
export const introduce = (world: World, minutes = 0) =>
  world.job('asks.introducing', new Date(Date.now() + minutes * 60_000 + 1000));

/** Introductions of a helper, the newest first. */
export async function introductionsOf(world: World, who: Who, askId?: string): Promise<string[]> {
  const { rows } = await world.owner.query(
    `SELECT introduction_id AS id FROM ask_introductions WHERE helper_id = $1 AND ($2::uuid IS NULL OR ask_id = $2)
     ORDER BY asked_at DESC`,
    [world.people[who].memberId, askId ?? null],
  );
  return rows.map(({ id }) => id);
}

/** An ask and one who was asked, as rows: for routes that only need them to be there. */
export async function anIntroduction(world: World, asker: Who, helper: Who, words = 'Dinner would help') {
  const [askId, id] = [newId(), newId()];
  const { communityId, memberId } = world.people[asker];
  await world.owner.query(
    `INSERT INTO asks (community_id, ask_id, member_id, kind, words, needed, ends_at, to_nearby, wants)
     VALUES ($1, $2, $3, 'practical', $4, 'week', now() + interval '7 days', true, 5)`,
    [communityId, askId, memberId, words],
  );
  const { rows } = await world.owner.query(
    `INSERT INTO help_offers (community_id, offer_id, member_id, kind, words, at_once)
     VALUES ($1, $2, $3, 'practical', 'I can cook', 9) RETURNING offer_id`,
    [communityId, newId(), world.people[helper].memberId],
  );
  await world.owner.query(
    `INSERT INTO ask_introductions (community_id, introduction_id, ask_id, helper_id, offer_id, answer_by)
     VALUES ($1, $2, $3, $4, $5, now() + interval '1 hour')`,
    [communityId, id, askId, world.people[helper].memberId, rows[0].offer_id],
  );
  return { askId, introductionId: id };
}

/** A person of hers who was asked. Resolves to the page the letter leads to. */
export async function aPersonAsked(world: World, who: Who): Promise<string> {
  const { db, keys } = world.parts;
  const asker = world.people[who];
  const [personId, askId] = [newId(), newId()];
  const link = await db.write(asker, async (tx) => {
    const about = { name: 'Sam', mail: 'sam@example.org', phone: null, note: '' };
    const hers = { community_id: asker.communityId, member_id: asker.memberId };
    const sealed = sealAbout(await herKey(tx, keys, asker), about);
    await tx.run(query.insertInto('people').values({ ...hers, person_id: personId, kin: 'sibling', sealed }));
    await tx.run(
      query.insertInto('asks').values({
        ...hers,
        ask_id: askId,
        kind: 'practical',
        words: 'Soup on Thursday',
        needed: 'week',
        ends_at: new Date(Date.now() + 86_400_000),
        wants: 5,
      }),
    );
    await tx.run(query.insertInto('ask_people').values({ ...hers, ask_id: askId, person_id: personId }));
    return makeLink(tx, keys, asker, 'person', personId);
  });
  return `/near/${tokenOf(keys, link)}/asks/${askId}`;
}
