import { sql } from 'kysely';
import { newId } from '../../platform/crypto/index.ts';
import { query, refusal, type Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';

export const BODY_MOST = 4000;

/** One message, as either of the two sees it. Taken back, its text is gone. */
export interface Message {
  messageId: string;
  author: string;
  mine: boolean;
  body: string;
  createdAt: Date;
  removed: boolean;
  /** The talk's version it came with, and that of its last change. */
  born: number;
  version: number;
}

const MESSAGES = `SELECT m.message_id AS "messageId", a.display_name AS author, m.author_id = $2 AS mine, m.body,
    m.created_at AS "createdAt", m.removed_at IS NOT NULL AS removed, m.born::float8 AS born, m.version::float8 AS version
  FROM messages m JOIN members a ON a.community_id = $1 AND a.member_id = m.author_id
  WHERE m.community_id = $1 AND m.talk_id = $3`;

const PAGE = 50;

/** The latest of a talk, or those before one of them; oldest first. */
export async function messagesOf(
  tx: Tx,
  viewer: Viewer,
  talkId: string,
  before: number | null,
): Promise<{ messages: Message[]; hasOlder: boolean }> {
  const rows = await tx.hot<Message>(
    `${MESSAGES} AND ($4::bigint IS NULL OR m.born < $4) ORDER BY m.born DESC LIMIT ${PAGE + 1}`,
    [viewer.communityId, viewer.memberId, talkId, before],
  );
  return { messages: rows.slice(0, PAGE).reverse(), hasOlder: rows.length > PAGE };
}

/** What came or changed since a version, oldest first; more than a page's worth is cut off. */
export const messagesSince = (tx: Tx, viewer: Viewer, talkId: string, version: number): Promise<Message[]> =>
  tx.hot<Message>(`${MESSAGES} AND m.version > $4 ORDER BY m.born LIMIT ${PAGE * 2}`, [
    viewer.communityId,
    viewer.memberId,
    talkId,
    version,
  ]);

/** @throws Problem 404 when it is not in a talk of hers */
export async function messageOf(tx: Tx, viewer: Viewer, talkId: string, messageId: string): Promise<Message> {
  const [message] = await tx.hot<Message>(`${MESSAGES} AND m.message_id = $4 AND m.removed_at IS NULL`, [
    viewer.communityId,
    viewer.memberId,
    talkId,
    messageId,
  ]);
  return message ?? notFound();
}

/**
 * Writes. `key` is the message's id, made when the form was drawn: a form sent twice is one message. When the answer to
 * the first try was lost and she went on writing, what she sends then is a message of its own: none is ever rewritten.
 * Resolves to its id.
 * @throws Problem 404 when the talk is not open, or not hers
 */
export async function write(
  tx: Tx,
  viewer: Viewer,
  talkId: string,
  { key, body }: { key: string; body: string },
): Promise<string> {
  if (await insert(tx, viewer, talkId, key, body)) return key;
  const [there] = await tx.hot<Message>(`${MESSAGES} AND m.message_id = $4`, [
    viewer.communityId,
    viewer.memberId,
    talkId,
    key,
  ]);
  if (!there?.mine || there.body === body) return key;
  const fresh = newId();
  await insert(tx, viewer, talkId, fresh, body);
  return fresh;
}

/** False when a message bears that id already. */
async function insert(tx: Tx, viewer: Viewer, talkId: string, key: string, body: string): Promise<boolean> {
  try {
    const rows = await tx.run(
      query
        .insertInto('messages')
        .values({
          community_id: viewer.communityId,
          message_id: key,
          talk_id: talkId,
          author_id: viewer.memberId,
          body,
        })
        .onConflict((same) => same.doNothing()),
    );
    return rows > 0;
  } catch (error) {
    const why = refusal(error);
    if (why === 'missing' || why === 'forbidden') notFound(); // it was closed while she wrote
    throw error;
  }
}

/** Takes her own message back, for both; no text is left. @throws Problem 404 when it is not hers */
export async function takeBack(tx: Tx, viewer: Viewer, talkId: string, messageId: string): Promise<void> {
  const rows = await tx.run(
    query
      .updateTable('messages')
      .set({ body: '', removed_at: sql`now()` })
      .where('community_id', '=', viewer.communityId)
      .where('talk_id', '=', talkId)
      .where('message_id', '=', messageId)
      .where('author_id', '=', viewer.memberId)
      .where('removed_at', 'is', null),
  );
  if (rows === 0) notFound();
}
