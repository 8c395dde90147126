import { proposeRound, type Round } from '../../matching/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { query } from '../../platform/db/index.ts';
import type { Program } from '../programs/index.ts';
import { mentorsIn, type Offering, rulesOf, type Waiting, waitingIn } from './company.ts';
import { type Proposing, proposeMatch } from './proposal.ts';
import { proposing } from './suggesting.ts';

/** A whole round as the engine proposes it, with the people it is made of. */
export interface Board {
  round: Round;
  waiting: Map<string, Waiting>;
  mentors: Map<string, Offering>;
  /** Names by member. The coordinator answers for both sides. */
  names: Map<string, string>;
  /** Mothers who weigh a proposal or choose for themselves just now. */
  elsewhere: Waiting[];
}

/** The round of today. Whoever has a proposal open, or wants to choose herself and whose time is not over, is left out. */
export async function boardOf(tx: Tx, program: Program, now: Date): Promise<Board> {
  const all = await waitingIn(tx, program, now);
  const mentors = await mentorsIn(tx, program);
  const isHers = (one: Waiting) => one.open || (one.chooses && one.promisedAt > now);
  const waiting = all.filter((one) => !isHers(one));
  const round = proposeRound({
    program: rulesOf(program),
    mentees: waiting,
    mentors,
    today: now.toISOString().slice(0, 10),
  });
  const named = [...all.map(({ memberId }) => memberId), ...mentors.map(({ id }) => id)];
  return {
    round,
    waiting: new Map(waiting.map((one) => [one.id, one])),
    mentors: new Map(mentors.map((one) => [one.id, one])),
    names: await namesOf(tx, named),
    elsewhere: all.filter(isHers),
  };
}

async function namesOf(tx: Tx, members: string[]): Promise<Map<string, string>> {
  if (members.length === 0) return new Map();
  const rows = await tx.all(
    query.selectFrom('members').select(['member_id', 'display_name']).where('member_id', 'in', members),
  );
  return new Map(rows.map((row) => [row.member_id, row.display_name]));
}

/** One line of what the coordinator approves: this mother, this mentor. */
export interface Approved {
  requestId: string;
  mentorId: string;
}

/** How an approval went. A pair that no longer stands is told, and hinders no other. */
export interface Outcome {
  proposed: number;
  full: number;
  gone: number;
}

/** Approves pairs of a round, as proposed or as the coordinator changed them; each in a transaction of its own. */
export async function approveRound(
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  program: Program,
  board: Board,
  approved: readonly Approved[],
  now: Date,
): Promise<Outcome> {
  const outcome: Outcome = { proposed: 0, full: 0, gone: 0 };
  for (const line of approved) {
    const proposal = proposalOf(program, board, line, now);
    const said = proposal ? await proposeMatch(write, proposal, now) : 'gone';
    outcome[said] += 1;
  }
  return outcome;
}

function proposalOf(
  program: Program,
  { round, waiting, mentors }: Board,
  { requestId, mentorId }: Approved,
  now: Date,
): Proposing | null {
  const mentee = waiting.get(requestId);
  const mentor = mentors.get(mentorId);
  const score = mentee && scoreIn(round, requestId, mentorId);
  return mentee && mentor && score !== undefined ? proposing(program, mentee, mentor, score, now) : null;
}

/** Only a pair the engine allows can be approved: one of the round, or an alternative it showed. */
function scoreIn({ pairs, unmatched }: Round, requestId: string, mentorId: string): number | undefined {
  const pair = pairs.find(({ menteeId }) => menteeId === requestId);
  if (pair?.mentorId === mentorId) return pair.score;
  const others = pair ?? unmatched.find(({ menteeId }) => menteeId === requestId);
  return others?.alternatives.find((one) => one.mentorId === mentorId)?.score;
}
