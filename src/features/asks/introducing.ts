import { introductions } from '../../matching/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { JobParts } from '../../platform/jobs/index.ts';
import { companyOf } from './company.ts';
import { patienceOf } from './timing.ts';

/** So many are asked beyond those who are wanted: not everybody can. */
const BESIDE = 1;
/** When nobody was left to ask, it is tried again after this while: somebody may offer, or wake. */
const AGAIN_MS = 60 * 60_000;
const A_BATCH = 100;

interface Due {
  community_id: string;
  ask_id: string;
  what: 'introduce' | 'follow-up';
}

/**
 * Moves on every ask that is due, in all communities. One transaction an ask: taken, decided and told together or not at
 * all, so that several servers and kills neither double nor lose a step.
 */
export async function moveAsksOn({ db, log, now, stopping }: JobParts): Promise<void> {
  const failed = new Set<string>();
  let last: unknown;
  for (;;) {
    const due = await db.ask<Due>('SELECT * FROM access.asks_due($1, $2)', [now, A_BATCH]);
    const fresh = due.filter(({ ask_id, what }) => !failed.has(`${ask_id} ${what}`));
    if (fresh.length === 0 || stopping.aborted) break;
    for (const one of fresh) {
      if (stopping.aborted) return;
      const scope = { communityId: one.community_id, memberId: null, job: true as const };
      await db
        .write(scope, (tx) => moveOn(tx, one, now))
        .catch((error) => {
          failed.add(`${one.ask_id} ${one.what}`);
          last = error;
          log.error({ ask: one.what, err: error });
        });
    }
  }
  if (failed.size > 0) throw last; // the others went on; the tick is told, and tries these again
}

async function moveOn(tx: Tx, { ask_id, what }: Due, now: Date): Promise<void> {
  const [taken] = await tx.hot<{ ours: boolean }>('SELECT access.take_ask($1, $2, $3) AS ours', [
    ask_id,
    what,
    now,
  ]);
  if (taken?.ours && what === 'introduce') await introduce(tx, ask_id, now);
}

/** Asks those who suit best, and notes when to look for the next ones. */
async function introduce(tx: Tx, askId: string, now: Date): Promise<void> {
  const company = await companyOf(tx, askId, now);
  if (!company) return;
  const { asked, open, waiting, endsAt, offers } = company;
  const wanted = open > 0 ? Math.max(0, open + BESIDE - waiting) : 0;
  const chosen = introductions(asked, offers, wanted);
  const patience = patienceOf({ needed: asked.needed, endsAt }, now);
  const until = new Date(now.getTime() + patience);
  const again = new Date(now.getTime() + (chosen.length > 0 || waiting > 0 ? patience : AGAIN_MS));
  await tx.hot('SELECT access.introduce($1, $2, $3, $4, $5)', [
    askId,
    JSON.stringify(
      chosen.map(({ helperId, offerId, miles, reasons }) => ({
        helper: helperId,
        offer: offerId,
        miles,
        reasons,
      })),
    ),
    now,
    until,
    open > 0 && again < endsAt ? again : null,
  ]);
}
