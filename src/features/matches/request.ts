import { newId } from '../../platform/crypto/index.ts';
import { query, refusal, type Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { type Wishes, wishesFrom } from './wishes.ts';

export type RequestState = 'waiting' | 'matched' | 'withdrawn' | 'closed';

/** That she asked for a mentor in a program, and what she would like. */
export interface MenteeRequest {
  id: string;
  programId: string;
  program: string;
  state: RequestState;
  chooses: boolean;
  wishes: Wishes;
  rulesOut: string[];
  answers: Record<string, string>;
  askedAt: Date;
  /** Matched by then, or told how it stands. */
  promisedAt: Date;
  /** Her mentor stopped, and she is first in line for another. */
  handedOver: boolean;
}

export interface Asking {
  chooses: boolean;
  wishes: Wishes;
  rulesOut: string[];
  answers: Record<string, string>;
  /** The version of the agreement she saw and agreed to; null where there is none. */
  agreed: number | null;
}

/** What she asks in one program just now; undefined when she does not. */
export async function herRequest(
  tx: Tx,
  viewer: Viewer,
  programId: string,
): Promise<MenteeRequest | undefined> {
  const [open] = (await herRequests(tx, viewer)).filter((one) => one.programId === programId);
  return open;
}

/** All that she asks for and waits for or has, in any program. */
export async function herRequests(tx: Tx, viewer: Viewer): Promise<MenteeRequest[]> {
  const rows = await tx.all(
    query
      .selectFrom('mentee_requests as r')
      .innerJoin('programs as p', (join) =>
        join.onRef('p.community_id', '=', 'r.community_id').onRef('p.program_id', '=', 'r.program_id'),
      )
      .selectAll('r')
      .select('p.name as program')
      .where('r.member_id', '=', viewer.memberId)
      .where('r.state', 'in', ['waiting', 'matched'])
      .orderBy('asked_at'),
  );
  return rows.map((row) => ({
    id: row.request_id,
    programId: row.program_id,
    program: row.program,
    state: row.state as RequestState,
    chooses: row.chooses,
    wishes: wishesFrom(row.wishes),
    rulesOut: row.rules_out,
    answers: row.answers as Record<string, string>,
    askedAt: row.asked_at,
    promisedAt: row.promised_at,
    handedOver: row.handed_over_at !== null,
  }));
}

/** Asks for a mentor. Null: the program takes nobody just now. 'agreement': its words changed while she read them. */
export async function askForMentor(
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  programId: string,
  asking: Asking,
  now: Date,
  /** What is kept with a request that is new: one sent again, or from an older page, changes nothing of what stands. */
  keep: (tx: Tx, requestId: string) => Promise<void>,
): Promise<string | null | 'agreement'> {
  const { chooses, wishes, rulesOut, answers, agreed } = asking;
  const fresh = newId();
  try {
    return await write(async (tx) => {
      const [row] = await tx.hot<{ id: string | null }>(
        'SELECT access.ask_for_mentor($1, $2, $3, $4, $5, $6, $7, $8) AS id',
        [fresh, programId, chooses, JSON.stringify(wishes), rulesOut, JSON.stringify(answers), agreed, now],
      );
      if (row?.id === fresh) await keep(tx, fresh);
      return row?.id ?? null;
    });
  } catch (error) {
    if (refusal(error) === 'agreement_changed') return 'agreement';
    throw error;
  }
}

/** Changes what she would like while she waits; false when she waits no more. */
export async function changeRequest(tx: Tx, id: string, asking: Omit<Asking, 'agreed'>): Promise<boolean> {
  const { chooses, wishes, rulesOut, answers } = asking;
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.change_request($1, $2, $3, $4, $5) AS done', [
    id,
    chooses,
    JSON.stringify(wishes),
    rulesOut,
    JSON.stringify(answers),
  ]);
  return row?.done ?? false;
}

/** Takes it back; what was proposed falls with it. False when she waits no more. */
export async function withdrawRequest(tx: Tx, id: string, now: Date): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.withdraw_request($1, $2) AS done', [id, now]);
  return row?.done ?? false;
}
