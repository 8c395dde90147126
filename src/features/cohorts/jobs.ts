import type { Parts } from '../../platform/http/index.ts';
import { effectMerge } from './merge.ts';
import { effectSuccession } from './succession.ts';

/**
 * Does what was announced and whose time has come, each in a transaction of its own: a server that dies between two
 * leaves the rest to the next tick, here or elsewhere, and the rows' locks keep two servers from doing one twice.
 */
export async function effectChanges({ db }: Pick<Parts, 'db'>): Promise<void> {
  const server = { communityId: NOWHERE, memberId: null };
  const due = await db.read(server, (tx) =>
    tx.hot<{ community_id: string; kind: string; change_id: string }>(
      'SELECT community_id, kind, change_id FROM access.circle_changes_due()',
      [],
    ),
  );
  for (const { community_id: communityId, kind, change_id } of due)
    await db.write({ communityId, memberId: null }, (tx) =>
      kind === 'merge' ? effectMerge(tx, change_id) : effectSuccession(tx, change_id),
    );
}

/** Looks anew at which rooms have something to say: weeks pass, and facilitators stay away. */
export async function noteChanges({ db }: Pick<Parts, 'db'>): Promise<void> {
  const server = { communityId: NOWHERE, memberId: null };
  const communities = await db.read(server, (tx) =>
    tx.hot<{ id: string }>('SELECT access.community_ids() AS id', []),
  );
  for (const { id } of communities)
    await db.write({ communityId: id, memberId: null }, (tx) => tx.hot('SELECT access.note_changes()', []));
}

/** No community's id: a scope that sees nothing, for functions that tell ids alone. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

export const jobs = [
  { name: 'cohorts.changes', every: 'hour' as const, run: effectChanges },
  { name: 'cohorts.noting', every: 'day' as const, run: noteChanges },
];
