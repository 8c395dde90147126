import { query, type Tx } from '../../platform/db/index.ts';

/** How a pair stands, by dates alone. */
export type Standing = 'beginning' | 'in-touch' | 'first-waits' | 'quiet';

/** A pair as its coordinators know it: never what about, nor in what mood. */
export interface PairKept {
  id: string;
  mentee: string;
  mentor: string;
  startedAt: Date;
  firstContactAt: Date | null;
  lastContactAt: Date | null;
  standing: Standing;
  /** The mentor was reminded and the mother asked, and it is quiet still. */
  hers: boolean;
  restsUntil: Date | null;
  /** The mentor is worried and waits for a call. */
  worriedAt: Date | null;
  /** What was done about the present silence. */
  nudgedAt: Date | null;
  askedAt: Date | null;
  answer: 'yes' | 'not-yet' | 'someone-else' | null;
}

/** The pairs of a program that are together. Empty for whoever coordinates nothing. */
export const pairsIn = (tx: Tx, programId: string, now = new Date()): Promise<PairKept[]> =>
  tx.hot<PairKept>(
    `SELECT match_id AS id, mentee, mentor, started_at AS "startedAt", first_contact_at AS "firstContactAt",
       last_contact_at AS "lastContactAt", standing, hers, rests_until AS "restsUntil", worried_at AS "worriedAt",
       nudged_at AS "nudgedAt", asked_at AS "askedAt", answer
     FROM access.pairs_in($1, $2)`,
    [programId, now],
  );

/** Whether a coordinator has to see to it: a worry, or a silence that stayed one after both were asked. */
export const needsHer = ({ worriedAt, standing, hers }: PairKept): boolean =>
  worriedAt !== null || (hers && (standing === 'first-waits' || standing === 'quiet'));

export const FIGURE_DAYS = 180;
/** Fewer say nothing, and might say something about somebody. */
const ENOUGH = 5;

/** A program's figures over FIGURE_DAYS; each is null where fewer than five stand behind it. */
export interface PairFigures {
  begun: number | null;
  inTime: number | null;
  aWeek: number | null;
  rematched: number | null;
  finished: number | null;
}

interface Counted {
  begun: number;
  in_time: number;
  rematched: number;
  finished: number;
  together: number;
  a_week: number | null;
}

export async function pairFigures(tx: Tx, programId: string, now = new Date()): Promise<PairFigures> {
  const since = new Date(now.getTime() - FIGURE_DAYS * 86_400_000);
  const [row] = await tx.hot<Counted>('SELECT * FROM access.pair_figures($1, $2, $3)', [
    programId,
    since,
    now,
  ]);
  const enough = (count: number | undefined, told: number | null | undefined) =>
    (count ?? 0) >= ENOUGH ? (told ?? null) : null;
  return {
    begun: enough(row?.begun, row?.begun),
    inTime: enough(row?.begun, row?.in_time),
    aWeek: enough(row?.together, row?.a_week),
    rematched: enough(row?.rematched, row?.rematched),
    finished: enough(row?.finished, row?.finished),
  };
}

export interface Tally {
  side: 'mentee' | 'mentor';
  asked: string;
  answer: string;
  times: number;
}

/** What was said at the end, counted: nothing under five, and in steps of five. */
export const talliesOf = (tx: Tx, programId: string): Promise<Tally[]> =>
  tx.hot<Tally>('SELECT * FROM access.pair_tallies_of($1)', [programId]);

/** A program's name, for whoever coordinates it; undefined where there is none. */
export const programCalled = (tx: Tx, programId: string): Promise<{ name: string } | undefined> =>
  tx.first(query.selectFrom('programs').select('name').where('program_id', '=', programId));
