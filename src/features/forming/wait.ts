import type { MeetingPlace, Message, NotAlone, Slot, Topic } from '../../matching/index.ts';
import { newId } from '../../platform/crypto/index.ts';
import { query, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';

/** What she looks for in a circle. Where she is in motherhood is not among it: that is read from her answers, each time. */
export interface Wishes {
  languages: string[];
  /** Empty: not said. */
  free: Slot[];
  meets: MeetingPlace;
  /** null: as far as is usual. */
  maxMiles: number | null;
  /** What she would like to share. */
  topics: Topic[];
  /** In what she would not be the only one. */
  notAlone: NotAlone[];
}

/** Her place on the list. */
export interface Wait extends Wishes {
  id: string;
  state: 'waiting' | 'offered' | 'seated' | 'withdrawn';
  since: Date;
  firstInLine: boolean;
  /** Why the last forming had no circle for her, in the engine's words; empty when none was held since. */
  why: Message[];
  endedAt: Date | null;
}

/** Her newest place on the list, also one she has left; undefined when she never had one. */
export async function herWait(tx: Tx, viewer: Viewer): Promise<Wait | undefined> {
  const row = await tx.first(
    query
      .selectFrom('circle_waits')
      .selectAll()
      .where('community_id', '=', viewer.communityId)
      .where('member_id', '=', viewer.memberId)
      .orderBy('ended_at', (by) => by.desc().nullsFirst())
      .limit(1),
  );
  if (!row) return undefined;
  return {
    id: row.wait_id,
    state: row.state as Wait['state'],
    languages: row.languages,
    free: row.free as Slot[],
    meets: row.meets as MeetingPlace,
    maxMiles: row.max_miles,
    topics: row.topics as Topic[],
    notAlone: row.not_alone as NotAlone[],
    since: row.since,
    firstInLine: row.first_in_line,
    why: row.why as unknown as Message[],
    endedAt: row.ended_at,
  };
}

/** Whether she is on the list just now. */
export const isOnList = (wait: Wait | undefined): wait is Wait =>
  wait?.state === 'waiting' || wait?.state === 'offered';

/** Puts her on the list, or changes what she looks for. False: there is no open list. */
export async function waitForCircle(tx: Tx, wishes: Wishes, now: Date): Promise<boolean> {
  const [row] = await tx.hot<{ id: string | null }>(
    'SELECT access.wait_for_circle($1, $2, $3, $4, $5, $6, $7, $8) AS id',
    [
      newId(),
      wishes.languages,
      wishes.free,
      wishes.meets,
      wishes.maxMiles,
      wishes.topics,
      wishes.notAlone,
      now,
    ],
  );
  return row?.id != null;
}

/** Takes her off the list, with whatever seat was kept for her. Nobody is told. */
export async function leaveList(tx: Tx, now: Date): Promise<boolean> {
  const [row] = await tx.hot<{ id: string | null }>('SELECT access.leave_waiting_list($1) AS id', [now]);
  return row?.id != null;
}

/** The undo: back to the place in line she had. */
export async function returnToList(tx: Tx): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.return_to_waiting_list() AS done', []);
  return row?.done ?? false;
}
