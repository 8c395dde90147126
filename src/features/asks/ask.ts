import { sql } from 'kysely';
import type { HelpThing, Support } from '../../matching/index.ts';
import type { Keyring } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import { herPeople } from '../people/index.ts';
import type { When } from './needs.ts';

/** An ask of hers. */
export interface Ask extends When {
  askId: string;
  kind: Support;
  thing: HelpThing | null;
  /** '' once they were forgotten. */
  words: string;
  noVisits: boolean;
  /** How many may say yes. */
  wants: number;
  toNearby: boolean;
  toVolunteers: boolean;
  circleId: string | null;
  postId: string | null;
  /** Somebody else is still being looked for. */
  looking: boolean;
  /** It is past its time: whether somebody came can be said. */
  due: boolean;
  askedAt: Date;
  closedAt: Date | null;
  closedAs: 'helped' | 'never-mind' | 'over' | null;
}

const COLUMNS = `ask_id AS "askId", kind, thing, words, needed, at, no_visits AS "noVisits", wants,
  to_nearby AS "toNearby", to_volunteers AS "toVolunteers", circle_id AS "circleId", post_id AS "postId",
  next_at IS NOT NULL AS looking, follow_up_at IS NULL OR follow_up_at <= now() AS due, asked_at AS "askedAt",
  closed_at AS "closedAt", closed_as AS "closedAs"`;

/** All of hers, open ones first, then the newest. */
export const herAsks = (tx: Tx, { communityId, memberId }: Scope): Promise<Ask[]> =>
  tx.hot<Ask>(
    `SELECT ${COLUMNS} FROM asks WHERE community_id = $1 AND member_id = $2
     ORDER BY closed_at IS NOT NULL, asked_at DESC LIMIT 100`,
    [communityId, memberId],
  );

/** @throws Problem 404 when it is not hers */
export async function askFor(tx: Tx, viewer: Viewer, askId: string): Promise<Ask> {
  const [ask] = await tx.hot<Ask>(
    `SELECT ${COLUMNS} FROM asks WHERE community_id = $1 AND member_id = $2 AND ask_id = $3`,
    [viewer.communityId, viewer.memberId, askId],
  );
  return ask ?? notFound();
}

/** A member whom an ask of hers went to. Without a name until she says yes; a no looks like no answer. */
export interface AskedOne {
  askId: string;
  helper: {
    memberId: string;
    name: string;
    talkId: string;
    offers: string | null;
    limits: string | null;
  } | null;
  volunteer: boolean;
  askedAt: Date;
}

export async function askedFor(tx: Tx, askIds: string[]): Promise<AskedOne[]> {
  if (askIds.length === 0) return [];
  const rows = await tx.hot<{
    ask_id: string;
    helper_id: string | null;
    display_name: string;
    talk_id: string;
    offers: string | null;
    boundaries: string | null;
    volunteer: boolean;
    asked_at: Date;
  }>('SELECT * FROM access.asked_for_me($1)', [askIds]);
  return rows.map((row) => ({
    askId: row.ask_id,
    helper: row.helper_id
      ? {
          memberId: row.helper_id,
          name: row.display_name,
          talkId: row.talk_id,
          offers: row.offers,
          limits: row.boundaries,
        }
      : null,
    volunteer: row.volunteer,
    askedAt: row.asked_at,
  }));
}

/** One of her people whom an ask went to. */
export interface AskedPerson {
  askId: string;
  personId: string;
  name: string;
  answer: 'yes' | 'no' | null;
}

export async function peopleAskedFor(tx: Tx, keys: Keyring, viewer: Viewer): Promise<AskedPerson[]> {
  const rows = await tx.all(
    query
      .selectFrom('ask_people')
      .select(['ask_id', 'person_id', sql<AskedPerson['answer']>`answer`.as('answer')])
      .where('member_id', '=', viewer.memberId),
  );
  if (rows.length === 0) return [];
  const names = new Map((await herPeople(tx, keys, viewer)).map(({ personId, name }) => [personId, name]));
  return rows.map((row) => ({
    askId: row.ask_id,
    personId: row.person_id,
    name: names.get(row.person_id) ?? '',
    answer: row.answer,
  }));
}

/** She is done with it. 'helped' thanks everybody who said yes. False when it is not hers. */
export async function closeAsk(tx: Tx, askId: string, how: 'helped' | 'never-mind'): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.close_ask($1, $2) AS done', [askId, how]);
  return row?.done ?? false;
}

/** Still open, or open again: until when others are asked, and when she is asked how it went. False: not hers. */
export async function reopenAsk(tx: Tx, askId: string, until: Date, followUpAt: Date): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.reopen_ask($1, $2, $3) AS done', [
    askId,
    until,
    followUpAt,
  ]);
  return row?.done ?? false;
}
