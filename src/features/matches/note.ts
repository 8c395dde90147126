import type { Keyring } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { herKey, keyOf } from '../sealing/index.ts';

const PURPOSE = 'mentee-note';

/** What she would like her mentor to know beforehand, read by herself; '' when she wrote nothing. */
export async function herNote(tx: Tx, keys: Keyring, viewer: Viewer, requestId: string): Promise<string> {
  const row = await tx.first(
    query.selectFrom('mentee_notes').select('sealed').where('request_id', '=', requestId),
  );
  const key = row && (await keyOf(tx, keys, viewer.memberId));
  return row && key ? (JSON.parse(key.open(PURPOSE, row.sealed)) as { note: string }).note : '';
}

/** Seals it under her key; an empty one is taken away. */
export async function keepNote(
  tx: Tx,
  keys: Keyring,
  viewer: Viewer,
  requestId: string,
  note: string,
): Promise<void> {
  if (note === '') {
    await tx.run(query.deleteFrom('mentee_notes').where('request_id', '=', requestId));
    return;
  }
  const key = await herKey(tx, keys, viewer);
  const sealed = key.seal(PURPOSE, JSON.stringify({ note }));
  await tx.run(
    query
      .insertInto('mentee_notes')
      .values({ community_id: viewer.communityId, request_id: requestId, member_id: viewer.memberId, sealed })
      .onConflict((same) => same.columns(['community_id', 'request_id']).doUpdateSet({ sealed })),
  );
}
