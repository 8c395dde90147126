import { randomUUID } from 'node:crypto';
import type { HelpThing, Support } from '../../matching/index.ts';
import { type Keyring, newId } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { requireVoice, startThread } from '../conversation/index.ts';
import { linkTo, makeLink } from '../links/index.ts';
import { answersOf } from '../onboarding/index.ts';
import { writeTo } from '../people/index.ts';
import { weighPost } from '../safety/index.ts';
import { herKey } from '../sealing/index.ts';
import type { When } from './needs.ts';
import { timingOf } from './timing.ts';
import type { Chosen } from './whom.ts';

/** What she asks for, as she is about to. */
export interface NewAsk extends When {
  /** Made when the form was drawn: sent twice, it is one ask. */
  key: string;
  kind: Support;
  thing: HelpThing | null;
  words: string;
  noVisits: boolean;
  wants: number;
  to: Chosen;
}

/** Which letter asks one of her people. */
export const ASK_LETTER = 'asks.ask';

/**
 * Asks: those who offered (by the clock, within a minute), a circle of hers as a post, her people by letters, or by her own
 * hand where no letter reaches. All of it or none. Resolves to the ask's id.
 */
export async function makeAsk(
  tx: Tx,
  keys: Keyring,
  viewer: Viewer,
  ask: NewAsk,
  now: Date,
): Promise<string> {
  const made = await tx.run(
    query
      .insertInto('asks')
      .values({ ...(await rowOf(tx, viewer, ask, now)), ...(await postIn(tx, viewer, ask)) })
      .onConflict((same) => same.doNothing()),
  );
  if (made > 0) await writeToPeople(tx, keys, viewer, ask);
  return ask.key;
}

async function rowOf(tx: Tx, viewer: Viewer, ask: NewAsk, now: Date) {
  const answers = await answersOf(tx, viewer);
  const { endsAt, slots, followUpAt } = timingOf(ask, viewer.timeZone, now);
  const { nearby, volunteers } = ask.to;
  return {
    community_id: viewer.communityId,
    ask_id: ask.key,
    member_id: viewer.memberId,
    kind: ask.kind,
    thing: ask.thing,
    words: ask.words,
    needed: ask.needed,
    at: ask.at,
    ends_at: endsAt,
    slots,
    no_visits: ask.noVisits,
    // The language she reads in counts when she named none.
    languages: answers && answers.languages.length > 0 ? answers.languages : [viewer.locale],
    latitude: answers?.latitude ?? null,
    longitude: answers?.longitude ?? null,
    wants: ask.wants,
    to_nearby: nearby,
    to_volunteers: volunteers,
    next_at: nearby || volunteers ? now : null,
    follow_up_at: followUpAt,
    asked_at: now,
  };
}

/** The same words as a post of hers, which carries the circle's promise of a first reply. */
async function postIn(tx: Tx, viewer: Viewer, { key, kind, words, to }: NewAsk) {
  if (!to.circle) return {};
  const { circleId } = to.circle;
  const before = await tx.first(query.selectFrom('asks').select('post_id').where('ask_id', '=', key));
  if (before) return {}; // the form was sent twice
  await requireVoice(tx, viewer, circleId);
  const opening = { key: randomUUID(), body: words, note: '', anonymous: false, asks: kind };
  const postId = await startThread(tx, viewer, circleId, opening);
  await weighPost(tx, postId, words);
  return { circle_id: circleId, post_id: postId };
}

async function writeToPeople(tx: Tx, keys: Keyring, viewer: Viewer, { key, to }: NewAsk): Promise<void> {
  if (to.people.length === 0) return;
  await herKey(tx, keys, viewer);
  for (const person of to.people) {
    const { personId } = person;
    await tx.run(
      query.insertInto('ask_people').values({
        community_id: viewer.communityId,
        ask_id: key,
        person_id: personId,
        member_id: viewer.memberId,
      }),
    );
    if (!(await linkTo(tx, viewer, 'person', personId))) await makeLink(tx, keys, viewer, 'person', personId);
    await writeTo(tx, keys, viewer, person, {
      kind: ASK_LETTER,
      about: { ask: key },
      once: `${ASK_LETTER} ${key} ${personId}`,
    });
  }
}

export const newAskKey = newId;
