import type { Scope, Tx } from '../../platform/db/index.ts';
import type { ReadAhead } from '../../platform/ical/index.ts';
import { keepInStep, type Step } from './keeping-in-step.ts';
import { planOf, type Unread } from './reading-source.ts';
import { holdSource, noteProblem, noteTaken } from './source.ts';

export type Looked = { ok: true; step: Step } | Unread | { ok: false; line: null; reason: 'empty' };

/**
 * Takes over what a calendar says by now. One that cannot be read changes nothing, and neither does one that is suddenly
 * empty: that is far more often a fault than the end of everything.
 */
export async function lookAgain(
  tx: Tx,
  scope: Scope,
  id: string,
  read: ReadAhead,
  seen: { etag: string | null; lastModified: string | null; url?: string | null },
  now: Date,
): Promise<Looked> {
  const source = await holdSource(tx, id);
  const plan = planOf(source, await zoneOf(tx, scope), read, now);
  if (!plan.ok) {
    await noteProblem(tx, source, plan.reason, plan.line, now);
    return plan;
  }
  if (source.acceptedAt && plan.items.length === 0) {
    await noteProblem(tx, source, 'empty', null, now);
    return { ok: false, line: null, reason: 'empty' };
  }
  const step = await keepInStep(tx, scope, source, plan, now);
  await noteTaken(tx, source, seen, now);
  return { ok: true, step };
}

/** The community's clocks: for times that name none. */
export async function zoneOf(tx: Tx, { communityId }: Scope): Promise<string> {
  const [row] = await tx.hot<{ zone: string }>(
    'SELECT time_zone AS zone FROM communities WHERE community_id = $1',
    [communityId],
  );
  return row!.zone;
}
