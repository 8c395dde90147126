import type { OwnKey } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';

/** What she likes and how to come: for helpers with a turn. */
export interface Wishes {
  likes: string;
  allergies: string;
  portions: string;
  leaveAtDoor: boolean;
  noVisitors: boolean;
}

/** Where she is: for a helper on the day of their turn. */
export interface Door {
  address: string;
  notes: string;
}

export interface Particulars {
  wishes: Wishes | null;
  door: Door | null;
}

const PURPOSE = 'help-particulars';

/** What whoever asks may read of it just now: the database shows no more rows than that. */
export async function particularsOf(tx: Tx, key: OwnKey | null, calendarId: string): Promise<Particulars> {
  const rows = await tx.all(
    query.selectFrom('help_particulars').select(['part', 'sealed']).where('calendar_id', '=', calendarId),
  );
  const read = <T>(part: string): T | null => {
    const sealed = rows.find((row) => row.part === part)?.sealed;
    return sealed && key ? (JSON.parse(key.open(PURPOSE, sealed)) as T) : null;
  };
  return { wishes: read<Wishes>('wishes'), door: read<Door>('door') };
}

/** Keeps both as they are to be from now on. */
export async function keepParticulars(
  tx: Tx,
  key: OwnKey,
  communityId: string,
  calendarId: string,
  kept: { wishes: Wishes; door: Door },
): Promise<void> {
  for (const part of ['wishes', 'door'] as const) {
    const sealed = key.seal(PURPOSE, JSON.stringify(kept[part]));
    await tx.run(
      query
        .insertInto('help_particulars')
        .values({ community_id: communityId, calendar_id: calendarId, part, sealed })
        .onConflict((conflict) =>
          conflict.columns(['community_id', 'calendar_id', 'part']).doUpdateSet({ sealed }),
        ),
    );
  }
}
