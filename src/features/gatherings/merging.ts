import type { Scope, Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import { notify } from '../notifications/index.ts';
import { cancelGathering, type Outcome } from './cancelling.ts';
import type { Gathering } from './gathering.ts';
import { similarTo } from './quiet.ts';

/**
 * A series goes on together with a similar one: what lies ahead of it is called off, those coming are told where it goes
 * on and answer there themselves, and whoever organises the other knows that more may come. Taken back by reinstating it.
 * @throws Problem 404 when the other is none it could go on with
 */
export async function goOnTogether(
  tx: Tx,
  scope: Scope,
  gathering: Gathering,
  into: string,
): Promise<Outcome> {
  const similar = await similarTo(tx, scope, gathering);
  if (!similar.some(({ gatheringId }) => gatheringId === into)) notFound();
  const outcome = await cancelGathering(tx, scope, gathering.gatheringId, '', into);
  if (outcome !== 'done') return outcome;
  const [host] = await tx.hot<{ id: string | null }>(
    'SELECT organised_by AS id FROM gatherings WHERE community_id = $1 AND gathering_id = $2',
    [scope.communityId, into],
  );
  if (host?.id) await notify(tx, { to: host.id, kind: 'gatherings.joined', subjectId: into });
  return outcome;
}
