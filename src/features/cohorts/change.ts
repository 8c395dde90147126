import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import type { Circle, Nameable, SeatedCircle } from '../circles/index.ts';
import { listedAmong } from '../circles/index.ts';
import { type Merge, mergesOf } from './merge.ts';
import { isUntended, type Succession, successionsIn } from './succession.ts';
import { type TurningAge, turnAt, turningAge } from './turn.ts';

interface Lead {
  circleId: string;
  name: Nameable;
}

/** Something about a circle itself that its room tells, with all that the words need. */
export type Change =
  | { kind: 'archived'; into: Lead | null }
  // Taken back: the two it was made of, as far as she may know of them, and whether either is hers.
  | { kind: 'went-back'; to: Lead[]; isHers: boolean }
  | {
      kind: 'merge-asked' | 'merge-announced' | 'merged';
      mergeId: string;
      other: Nameable | null;
      at: Date | null;
    }
  | {
      kind: 'keys-named' | 'keys-announced' | 'keys-passed';
      to: string;
      from: string | null;
      at: Date | null;
    }
  | { kind: 'keys-unasked' | 'untended' | 'neighbours' }
  | { kind: 'turn'; age: TurningAge };

/** Neighbours are spoken of for a month after they were proposed. */
const NEIGHBOURS_DAYS = 30;

/** What a circle's room has to say about itself to her. Nothing is asked of the database in a room that stands still. */
export async function changesOf(tx: Tx, viewer: Viewer, { circle, seat }: SeatedCircle): Promise<Change[]> {
  const facilitates = seat.role === 'facilitator';
  if (circle.archivedAt) return [(await wentBack(tx, viewer, circle)) ?? (await archived(tx, circle))];
  const age = turningAge(circle);
  const changes: Change[] = age === null ? [] : await turning(tx, circle, age, facilitates);
  if (!circle.inChange) return changes;
  for (const merge of await mergesOf(tx, viewer, circle.circleId))
    changes.push(...mergeChange(merge, circle));
  for (const one of await successionsIn(tx, viewer, circle.circleId))
    changes.push(...keysChange(one, viewer));
  if (seat.actingSince) changes.push({ kind: 'keys-unasked' });
  else if (!facilitates && (await isUntended(tx, circle.circleId))) changes.push({ kind: 'untended' });
  return changes;
}

async function archived(tx: Tx, { continuedIn }: Circle): Promise<Change> {
  const [into] = continuedIn ? await hersOrListed(tx, continuedIn) : [];
  return { kind: 'archived', into: into ? leadTo(into) : null };
}

const leadTo = (circle: Circle): Lead => ({ circleId: circle.circleId, name: nameable(circle) });

async function wentBack(
  tx: Tx,
  viewer: Viewer,
  { circleId, continuedIn }: Circle,
): Promise<Change | undefined> {
  if (continuedIn) return undefined;
  const [two] = await tx.hot<{ ids: string[]; hers: boolean }>(
    `SELECT ARRAY[m.circle_a, m.circle_b]::text[] AS ids, EXISTS (SELECT FROM circle_members s WHERE s.community_id = $1
       AND s.member_id = $3 AND s.circle_id IN (m.circle_a, m.circle_b)) AS hers
     FROM circle_merges m WHERE m.community_id = $1 AND m.joined_circle = $2 AND m.undone_at IS NOT NULL`,
    [viewer.communityId, circleId, viewer.memberId],
  );
  if (!two) return undefined;
  const to = await listedAmong(tx, two.ids, { hiddenToo: true });
  return { kind: 'went-back', to: to.map(leadTo), isHers: two.hers };
}

async function hersOrListed(tx: Tx, id: string): Promise<Circle[]> {
  return listedAmong(tx, [id], { hiddenToo: true });
}

async function turning(tx: Tx, circle: Circle, age: TurningAge, facilitates: boolean): Promise<Change[]> {
  const turn = await turnAt(tx, circle.circleId, age);
  if (!turn) return facilitates ? [{ kind: 'turn', age }] : [];
  const recent = Date.now() - turn.decidedAt.getTime() < NEIGHBOURS_DAYS * 86_400_000;
  return turn.choice === 'neighbours' && recent ? [{ kind: 'neighbours' }] : [];
}

const nameable = ({ name, ownName, born, timeZone }: Circle): Nameable => ({ name, ownName, born, timeZone });

function mergeChange(merge: Merge, circle: Circle): Change[] {
  const other = merge.a?.circleId === circle.circleId ? merge.b : merge.a;
  const said = { mergeId: merge.mergeId, other: other && nameable(other), at: merge.takesEffectAt };
  if (merge.state === 'asked') return [{ kind: 'merge-asked', ...said }];
  if (merge.state === 'announced') return [{ kind: 'merge-announced', ...said }];
  return merge.state === 'effected' ? [{ kind: 'merged', ...said, at: merge.effectedAt }] : [];
}

function keysChange(one: Succession, viewer: Viewer): Change[] {
  const said = { to: one.to.name, from: one.from?.name ?? null, at: one.takesEffectAt };
  if (one.state === 'named')
    return one.to.memberId === viewer.memberId ? [{ kind: 'keys-named', ...said }] : [];
  if (one.state === 'announced') return [{ kind: 'keys-announced', ...said }];
  return one.state === 'effected' ? [{ kind: 'keys-passed', ...said }] : [];
}
