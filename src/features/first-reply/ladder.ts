import { chooseListeners } from '../../matching/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { JobParts } from '../../platform/jobs/index.ts';
import { notify } from '../notifications/index.ts';
import { type Company, companyOf } from './company.ts';
import type { Step } from './her-ask.ts';

/** How many are asked at once, and below how many somebody else is looked for. */
const ASKED_AT_ONCE = 3;
const ENOUGH = 2;
/** When too few were awake, it is tried again after this while. */
const AGAIN_MS = 30 * 60_000;
const A_BATCH = 100;

interface Due {
  community_id: string;
  thread_id: string;
  step: Step;
  what: 'climb' | 'more' | 'remind';
}

/**
 * Moves on every ask that is due, in all communities. One transaction an ask: taken, decided and told together or not
 * at all, so that several servers and kills neither double nor lose a step.
 */
export async function climbLadders({ db, log, now, stopping }: JobParts): Promise<void> {
  const failed = new Set<string>();
  let last: unknown;
  for (;;) {
    const due = await db.ask<Due>('SELECT * FROM access.first_replies_due($1, $2)', [now, A_BATCH]);
    const fresh = due.filter(({ thread_id }) => !failed.has(thread_id));
    if (fresh.length === 0 || stopping.aborted) break;
    for (const one of fresh) {
      if (stopping.aborted) return;
      const scope = { communityId: one.community_id, memberId: null };
      await db
        .write(scope, (tx) => moveOn(tx, one, now))
        .catch((error) => {
          failed.add(one.thread_id);
          last = error;
          log.error({ firstReply: one.what, err: error });
        });
    }
  }
  if (failed.size > 0) throw last; // the others went on; the tick is told, and tries these again
}

async function moveOn(tx: Tx, due: Due, now: Date): Promise<void> {
  const { thread_id: thread, step, what } = due;
  const [taken] = await tx.hot<{ ours: boolean }>('SELECT access.take_first_reply($1, $2, $3, $4) AS ours', [
    thread,
    step,
    what,
    now,
  ]);
  if (!taken?.ours) return;
  if (what === 'climb' && step === 'facilitators') {
    // Not which post, nor in which circle: neither is hers to know.
    await notify(tx, { to: 'coordinators', kind: 'first-reply.late' });
    return;
  }
  const company = await companyOf(tx, thread, now);
  if (!company) return;
  const toListeners = what === 'more' || (what === 'climb' && step === 'members');
  if (toListeners) await askListeners(tx, due, company, now);
  else await askFacilitators(tx, due, company, now);
}

async function askListeners(tx: Tx, { thread_id, step }: Due, company: Company, now: Date): Promise<void> {
  const wanted = step === 'members' ? ASKED_AT_ONCE : Math.max(0, ENOUGH - company.asked);
  const chosen = chooseListeners(company.asker, company.circle, company.listeners, wanted);
  const tooFew = company.asked + chosen.length < ENOUGH;
  const again = tooFew && step !== 'facilitators' && step !== 'coordinator';
  await tx.hot('SELECT access.offer_first_reply($1, $2, $3, $4, $5)', [
    thread_id,
    chosen,
    'listener',
    now,
    again ? new Date(now.getTime() + AGAIN_MS) : null,
  ]);
  await tell(tx, 'first-reply.asked', company, thread_id, chosen);
}

async function askFacilitators(tx: Tx, due: Due, company: Company, now: Date): Promise<void> {
  const { facilitators } = company;
  if (facilitators.length === 0) {
    if (due.what === 'climb') await tx.hot('SELECT access.hasten_first_reply($1, $2)', [due.thread_id, now]);
    return;
  }
  await tx.hot('SELECT access.offer_first_reply($1, $2, $3, $4, NULL)', [
    due.thread_id,
    facilitators,
    'facilitator',
    now,
  ]);
  await tell(tx, 'first-reply.facilitators', company, due.thread_id, facilitators);
}

const tell = (
  tx: Tx,
  kind: 'first-reply.asked' | 'first-reply.facilitators',
  { circleId }: Company,
  postId: string,
  to: string[],
) => notify(tx, { to, kind, circleId, postId });
