import type { Tx } from '../../platform/db/index.ts';
import { notFound, type Viewer } from '../../platform/http/index.ts';
import type { Subject } from '../safety/index.ts';

/** How many messages before and after a reported one go with it. */
const AROUND = 2;

const AROUND_IT = `WITH it AS (SELECT * FROM messages
    WHERE community_id = $1 AND talk_id = $2 AND message_id = $3 AND author_id <> $4 AND removed_at IS NULL),
  around AS (
    (SELECT m.* FROM messages m, it WHERE m.community_id = $1 AND m.talk_id = $2 AND m.removed_at IS NULL
      AND m.born < it.born ORDER BY m.born DESC LIMIT ${AROUND})
    UNION ALL SELECT * FROM it
    UNION ALL (SELECT m.* FROM messages m, it WHERE m.community_id = $1 AND m.talk_id = $2 AND m.removed_at IS NULL
      AND m.born > it.born ORDER BY m.born LIMIT ${AROUND}))
  SELECT a.message_id = $3 AS reported, a.author_id AS author, o.display_name AS name, a.body
  FROM around a JOIN members o ON o.community_id = $1 AND o.member_id = a.author_id ORDER BY a.born`;

interface Said {
  reported: boolean;
  author: string;
  name: string;
  body: string;
}

/** Somebody's last messages to her, in a talk that a block has closed. */
export interface BehindBlock {
  talkId: string;
  otherName: string;
  messages: { messageId: string; body: string; createdAt: Date }[];
}

/** What can still be reported of talks that a block has closed, whoever made it: a few messages to her of each. */
export async function behindBlocks(tx: Tx): Promise<BehindBlock[]> {
  const rows = await tx.hot<{
    talkId: string;
    otherName: string;
    messageId: string;
    body: string;
    createdAt: Date;
  }>(
    `SELECT talk_id AS "talkId", other_name AS "otherName", message_id AS "messageId", body, created_at AS "createdAt"
      FROM access.words_behind_block()`,
    [],
  );
  const talks = new Map<string, BehindBlock>();
  for (const { talkId, otherName, ...message } of rows) {
    const talk = talks.get(talkId) ?? { talkId, otherName, messages: [] };
    talk.messages.push(message);
    talks.set(talkId, talk);
  }
  return [...talks.values()];
}

/**
 * What a reporter hands over of a talk: one message, and the few around it. Moderators never see more.
 * @throws Problem 404 when it is not the other's message in a talk of hers
 */
export async function capture(
  tx: Tx,
  viewer: Viewer,
  talkId: string,
  messageId: string,
): Promise<Subject & { behindBlock: boolean }> {
  const rows = await tx.hot<Said>(AROUND_IT, [viewer.communityId, talkId, messageId, viewer.memberId]);
  // Behind a block the talk is out of her sight; the last of what was written to her can still be handed over.
  const behindBlock = rows.length === 0;
  if (behindBlock) rows.push(...(await tx.hot<Said>('SELECT * FROM access.words_around($1)', [messageId])));
  const it = rows.find(({ reported }) => reported);
  if (!it) return notFound();
  const context = rows.filter((row) => row !== it).map(({ name, body }) => `${name}: ${body}`);
  return {
    kind: 'message',
    id: messageId,
    circleId: null,
    pseudonymId: null,
    name: it.name,
    text: it.body,
    memberId: it.author,
    context,
    behindBlock,
  };
}
