import type { HelpThing, Message, Support } from '../../matching/index.ts';
import { newId } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import type { When } from './needs.ts';

/** Somebody needs what she offers. Who it is she learns with her yes. */
export interface Introduction extends When {
  introductionId: string;
  kind: Support;
  thing: HelpThing | null;
  words: string;
  noVisits: boolean;
  state: 'asked' | 'accepted' | 'declined' | 'closed';
  /** She can still answer. */
  stands: boolean;
  /** Rounded. */
  miles: number | null;
  /** Why she. */
  reasons: Message[];
  volunteer: boolean;
  /** Her offer it is about. */
  offers: string | null;
  askedAt: Date;
  /** Set with her yes. */
  askerName: string | null;
  talkId: string | null;
  thankedAt: Date | null;
  ended: boolean;
}

/** All she was asked, the newest first; nothing of those she or they blocked. */
export const herIntroductions = (tx: Tx): Promise<Introduction[]> =>
  tx.hot<Introduction>(
    `SELECT introduction_id AS "introductionId", kind, thing, words, needed, at, no_visits AS "noVisits", state, stands, miles,
       reasons, volunteer, offers, asked_at AS "askedAt", asker_name AS "askerName", talk_id AS "talkId",
       thanked_at AS "thankedAt", ended FROM access.my_introductions()`,
    [],
  );

/** @throws Problem 404 when she was not asked */
export async function introductionFor(tx: Tx, id: string): Promise<Introduction> {
  return (await herIntroductions(tx)).find(({ introductionId }) => introductionId === id) ?? notFound();
}

/** Which ask it is about: an id that leads a helper nowhere. @throws Problem 404 when she was not asked */
export async function askBehind(tx: Tx, id: string): Promise<string> {
  const row = await tx.first(
    query.selectFrom('ask_introductions').select('ask_id').where('introduction_id', '=', id),
  );
  return row?.ask_id ?? notFound();
}

export type Outcome = 'yes' | 'enough' | 'full' | 'closed';

/**
 * Her yes. With it the two can write to each other, and who else was asked is let go.
 * @throws Problem 404 when it is not hers to answer
 */
export async function accept(tx: Tx, id: string): Promise<{ outcome: Outcome; talkId: string | null }> {
  const [row] = await tx.hot<{ outcome: Outcome | 'absent'; talkId: string | null }>(
    'SELECT outcome, talk AS "talkId" FROM access.accept_ask($1, $2)',
    [id, newId()],
  );
  return row && row.outcome !== 'absent' ? { outcome: row.outcome, talkId: row.talkId } : notFound();
}

/** Her no: nobody learns of it. @throws Problem 404 when it is not hers to answer */
export async function decline(tx: Tx, id: string): Promise<void> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.decline_introduction($1) AS done', [id]);
  if (!row?.done) notFound();
}
