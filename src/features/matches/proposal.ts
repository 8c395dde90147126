import type { Sentence, Topic } from '../../matching/index.ts';
import { newId } from '../../platform/crypto/index.ts';
import { refusal, type Tx } from '../../platform/db/index.ts';

/** Somebody proposed to her, or she to somebody: who, neither learns before both said yes. */
export interface Proposal {
  id: string;
  programId: string;
  program: string;
  /** Her own request; null on the mentor's side. */
  requestId: string | null;
  asMentor: boolean;
  reasons: Sentence[];
  proposedAt: Date;
  answerBy: Date;
  /** She has said yes and waits for the other. */
  saidYes: boolean;
  /** The mother chose, out of suggestions. */
  chosen: boolean;
  /** Of the mentor, for the mother alone. */
  about: string;
  experiences: Topic[];
  languages: string[];
  online: boolean;
}

/** What waits for her yes or for the other's, on either side. */
export async function herProposals(tx: Tx): Promise<Proposal[]> {
  return tx.hot<Proposal>(
    `SELECT match_id AS id, program_id AS "programId", program, request_id AS "requestId", as_mentor AS "asMentor", reasons,
       proposed_at AS "proposedAt", answer_by AS "answerBy", said_yes AS "saidYes", chosen, about, experiences, languages, online
     FROM access.my_proposals()`,
    [],
  );
}

export const herProposal = async (tx: Tx, id: string): Promise<Proposal | undefined> =>
  (await herProposals(tx)).find((one) => one.id === id);

/** The engine's sentences for each reader, as they were when it was proposed. */
export interface Why {
  mentee: Sentence[];
  mentor: Sentence[];
  board: Sentence[];
}
export interface Proposing {
  requestId: string;
  mentorId: string;
  score: number;
  why: Why;
  /** Until then both may answer. */
  until: Date;
}

/** How long either may think it over. */
export const THINKING_MS = 3 * 86_400_000;

/**
 * Proposes one mentor to one mother. 'proposed', or why it does not stand any more: 'full' when her last place was taken,
 * 'gone' when the mother was matched, has withdrawn or weighs another, or the two may not be brought together.
 */
export async function proposeMatch(
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  { requestId, mentorId, score, why, until }: Proposing,
  now: Date,
): Promise<'proposed' | 'full' | 'gone'> {
  try {
    return await write(async (tx) => {
      const [row] = await tx.hot<{ id: string | null }>(
        'SELECT access.propose_match($1, $2, $3, $4, $5, $6, $7) AS id',
        [newId(), requestId, mentorId, score, JSON.stringify(why), now, until],
      );
      return row?.id ? 'proposed' : 'gone';
    });
  } catch (error) {
    if (refusal(error) === 'mentor_full') return 'full';
    throw error;
  }
}

/** Her answer. 'active': both said yes, and the room of the two is open. Null: there was nothing of hers to answer. */
export async function answerMatch(
  tx: Tx,
  id: string,
  yes: boolean,
  now: Date,
): Promise<'active' | 'yes' | 'no' | null> {
  const [row] = await tx.hot<{ said: 'active' | 'yes' | 'no' | null }>(
    'SELECT access.answer_match($1, $2, $3, $4) AS said',
    [id, yes, newId(), now],
  );
  return row?.said ?? null;
}
