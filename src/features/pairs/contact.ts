import { type Keyring, newId } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { herKey, keyOf } from '../sealing/index.ts';

/** How two were in touch. */
export const WAYS = ['call', 'message', 'in-person'] as const;
export type Way = (typeof WAYS)[number];

/** How it was for the mentor; "worried" is met with steps, helplines and somebody to call. */
export const MOODS = ['good', 'mixed', 'heavy', 'worried'] as const;
export type Mood = (typeof MOODS)[number];

/** How long, in minutes, as offered. */
export const LENGTHS = ['15', '30', '45', '60', '90'] as const;

/** That two were in touch, as one of them noted it: never what about. */
export interface Contact {
  id: string;
  onDay: string;
  way: Way | null;
  minutes: number | null;
  mood: Mood | null;
}

const PURPOSE = 'pair-mood';
type Hers = Scope & { memberId: string };

/** Notes a contact for the mentor. The mood is sealed under her own key: nobody else ever reads it. */
export async function noteContact(
  tx: Tx,
  keys: Keyring,
  viewer: Hers,
  matchId: string,
  said: { onDay: string; way: Way; minutes: number | null; mood: Mood | null },
): Promise<void> {
  const key = said.mood ? await herKey(tx, keys, viewer) : null;
  await tx.run(
    query.insertInto('pair_contacts').values({
      community_id: viewer.communityId,
      contact_id: newId(),
      match_id: matchId,
      member_id: viewer.memberId,
      on_day: said.onDay,
      way: said.way,
      // A line has no length.
      minutes: said.way === 'message' ? null : said.minutes,
      sealed: key ? key.seal(PURPOSE, JSON.stringify({ mood: said.mood })) : null,
    }),
  );
}

/** A mentee's "we talked": that it was, and nothing else. Twice on a day is once. */
export async function noteTalk(tx: Tx, viewer: Hers, matchId: string, onDay: string): Promise<void> {
  await tx.run(
    query
      .insertInto('pair_contacts')
      .values({
        community_id: viewer.communityId,
        contact_id: newId(),
        match_id: matchId,
        member_id: viewer.memberId,
        on_day: onDay,
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** Takes back what she noted. False when it is not hers, or gone. */
export async function takeBackContact(tx: Tx, viewer: Hers, matchId: string, id: string): Promise<boolean> {
  const gone = query
    .deleteFrom('pair_contacts')
    .where('contact_id', '=', id)
    .where('match_id', '=', matchId)
    .where('member_id', '=', viewer.memberId);
  return (await tx.run(gone)) === 1;
}

/** What she noted herself, the newest first. */
export async function herContacts(
  tx: Tx,
  keys: Keyring,
  viewer: Hers,
  matchId: string,
  most = 12,
): Promise<Contact[]> {
  const rows = await tx.all(
    query
      .selectFrom('pair_contacts')
      .select(['contact_id', 'on_day', 'way', 'minutes', 'sealed'])
      .where('match_id', '=', matchId)
      .where('member_id', '=', viewer.memberId)
      .orderBy('on_day', 'desc')
      .orderBy('noted_at', 'desc')
      .limit(most),
  );
  const key = rows.some(({ sealed }) => sealed) ? await keyOf(tx, keys, viewer.memberId) : null;
  return rows.map(({ contact_id, on_day, way, minutes, sealed }) => ({
    id: contact_id,
    onDay: String(on_day),
    way: way as Way | null,
    minutes,
    mood: sealed && key ? (JSON.parse(key.open(PURPOSE, sealed)) as { mood: Mood }).mood : null,
  }));
}

/** Days on which the other of the two noted contact, the newest first; how, how long and how it was stay hers. */
export async function othersDays(tx: Tx, matchId: string, most = 12): Promise<string[]> {
  const rows = await tx.hot<{ on_day: string; mine: boolean }>(
    'SELECT on_day::text AS on_day, mine FROM access.pair_days($1, $2)',
    [matchId, most * 2],
  );
  return rows
    .filter(({ mine }) => !mine)
    .map(({ on_day }) => on_day)
    .slice(0, most);
}
