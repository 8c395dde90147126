import type { Database, Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import type { Waiting } from './waiting.ts';

export type Step = 'members' | 'listeners' | 'facilitators' | 'coordinator';

/** What has been done about an ask of hers that waits. */
export interface HerAsk {
  /** How many have seen it. */
  seen: number;
  step: Step;
  promisedAt: Date;
  /** Who has been asked to look in, by name: members, and those who look after the circle. */
  listeners: string[];
  facilitators: string[];
}

/** Told to the one who asks alone, under whatever name she did. */
export async function herAsks(tx: Tx, threadIds: string[]): Promise<Map<string, HerAsk>> {
  if (threadIds.length === 0) return new Map();
  const rows = await tx.hot<HerAsk & { id: string }>(
    `SELECT thread_id AS id, seen, step, promised_at AS "promisedAt", listeners, facilitators FROM access.my_asks($1)`,
    [threadIds],
  );
  return new Map(rows.map(({ id, ...ask }) => [id, ask]));
}

/** Counts her among those who have seen what waits; once, and never for her own. */
export async function countAsSeen(db: Database, viewer: Viewer, shown: Waiting[]): Promise<void> {
  const fresh = shown.filter(({ mine, noted }) => !mine && !noted).map(({ threadId }) => threadId);
  if (fresh.length === 0) return;
  await db.write(viewer, (tx) => tx.hot('SELECT access.see_asks($1)', [fresh]));
}

/** "Not now": somebody else is asked in her place, and nobody is told. False when she was not asked. */
export async function declineAsk(tx: Tx, threadId: string): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.decline_ask($1) AS done', [threadId]);
  return row?.done ?? false;
}
