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
  /** What whoever set it up would like to set, which waits for her yes. */
  asked: { wishes: Wishes; door: Door } | null;
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
  return {
    wishes: read<Wishes>('wishes'),
    door: read<Door>('door'),
    asked: read<Particulars['asked'] & object>('asked'),
  };
}

type Both = { wishes: Wishes; door: Door };

/** Keeps both as they are to be from now on. */
export async function keepParticulars(
  tx: Tx,
  key: OwnKey,
  communityId: string,
  calendarId: string,
  kept: Both,
): Promise<void> {
  for (const part of ['wishes', 'door'] as const)
    await keep(tx, key, { communityId, calendarId }, part, kept[part]);
}

/** Leaves them beside what stands, until she says yes. */
export const proposeParticulars = (
  tx: Tx,
  key: OwnKey,
  communityId: string,
  calendarId: string,
  asked: Both,
): Promise<void> => keep(tx, key, { communityId, calendarId }, 'asked', asked);

/** Where her letter goes, for the next one. */
export const keepReach = (
  tx: Tx,
  key: OwnKey,
  communityId: string,
  calendarId: string,
  mail: string,
): Promise<void> => keep(tx, key, { communityId, calendarId }, 'reach', { mail });

/** Where her letters go; null when she was asked by hand. */
export async function reachOf(tx: Tx, key: OwnKey, calendarId: string): Promise<string | null> {
  const row = await tx.first(
    query
      .selectFrom('help_particulars')
      .select('sealed')
      .where('calendar_id', '=', calendarId)
      .where('part', '=', 'reach'),
  );
  return row ? (JSON.parse(key.open(PURPOSE, row.sealed)) as { mail: string }).mail : null;
}

/** Her answer to what was proposed: it stands from now on, or is gone. */
export async function answerProposal(
  tx: Tx,
  key: OwnKey,
  communityId: string,
  calendarId: string,
  yes: boolean,
): Promise<void> {
  const { asked } = await particularsOf(tx, key, calendarId);
  if (asked && yes) await keepParticulars(tx, key, communityId, calendarId, asked);
  await tx.run(
    query.deleteFrom('help_particulars').where('calendar_id', '=', calendarId).where('part', '=', 'asked'),
  );
}

async function keep(
  tx: Tx,
  key: OwnKey,
  { communityId, calendarId }: { communityId: string; calendarId: string },
  part: 'wishes' | 'door' | 'asked' | 'reach',
  what: unknown,
): Promise<void> {
  const sealed = key.seal(PURPOSE, JSON.stringify(what));
  await tx.run(
    query
      .insertInto('help_particulars')
      .values({ community_id: communityId, calendar_id: calendarId, part, sealed })
      .onConflict((conflict) =>
        conflict.columns(['community_id', 'calendar_id', 'part']).doUpdateSet({ sealed }),
      ),
  );
}
