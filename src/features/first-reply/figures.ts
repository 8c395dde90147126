import type { Tx } from '../../platform/db/index.ts';

export const FIGURE_DAYS = 90;
/** Fewer say nothing, and might say something about somebody. */
const ENOUGH = 5;

/** How long it takes until somebody answers: minutes, over what was asked within FIGURE_DAYS. Null: too few to say. */
export interface Figures {
  asked: number;
  answered: number;
  inTime: number;
  median: number;
  /** Nine in ten waited no longer. */
  slow: number;
}

/** Where somebody waits. */
export interface Waits {
  /** Null: hidden circles, all in one; not even their number is told. */
  circleId: string | null;
  waiting: number;
  /** Of these, past what is promised. */
  late: number;
  oldest: Date;
  remindedAt: Date | null;
}

/** Null when there is too little to say; also for whoever is no coordinator. */
export async function figuresOf(tx: Tx, now = new Date()): Promise<Figures | null> {
  const [row] = await tx.hot<Figures>(
    'SELECT asked, answered, in_time AS "inTime", median, slow FROM access.first_reply_figures($1)',
    [new Date(now.getTime() - FIGURE_DAYS * 86_400_000)],
  );
  return row && row.asked >= ENOUGH ? row : null;
}

/** Circles where somebody waits, those with the latest first. Empty for whoever is no coordinator. */
export const waitsOf = (tx: Tx): Promise<Waits[]> =>
  tx.hot<Waits>(
    `SELECT circle_id AS "circleId", waiting, late, oldest, reminded_at AS "remindedAt" FROM access.waiting_asks()`,
    [],
  );

/** Those who look after the circles where somebody waits are told again, by the ladder. Resolves to how many posts. */
export async function remindOfAsks(tx: Tx): Promise<number> {
  const [row] = await tx.hot<{ n: number }>('SELECT access.remind_of_asks() AS n', []);
  return row?.n ?? 0;
}
