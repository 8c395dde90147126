import type { Tx } from '../../platform/db/index.ts';

/** At once, handing over those she is with; or after they have finished. */
export const HOW_TO_STOP = ['after', 'now'] as const;
export type HowToStop = (typeof HOW_TO_STOP)[number];

type Writing = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Somebody may be brought to her in the very moment: it is begun again, and by then the door is closed. */
const TRIES = 5;

async function untilHeld<T extends string | null>(
  write: Writing,
  once: (tx: Tx) => Promise<T | 'again'>,
): Promise<T> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const said = await write(once);
    if (said !== 'again') return said as T;
  }
  throw new Error('Somebody was brought to this mentor each time she stopped');
}

/**
 * She stops being a mentor. Those she is with are handed over at once, or stay until they have finished; none is dropped.
 * Resolves to what she was, 'leaving' while she is with somebody still; null: nothing to stop. `told` runs with it.
 */
export const stopMentoring = (
  write: Writing,
  programId: string,
  how: HowToStop,
  told: (tx: Tx, said: 'applied' | 'approved' | 'leaving') => Promise<void>,
  now = new Date(),
): Promise<'applied' | 'approved' | 'leaving' | null> =>
  untilHeld(write, async (tx) => {
    const [row] = await tx.hot<{ said: 'applied' | 'approved' | 'leaving' | 'again' | null }>(
      'SELECT access.stop_mentoring($1, $2, $3) AS said',
      [programId, how, now],
    );
    const said = row?.said ?? null;
    if (said && said !== 'again') await told(tx, said);
    return said;
  });

export type Removal = 'removed' | 'yourself' | 'absent';

/** A coordinator ends somebody's time as a mentor; those she is with are first in line for somebody else. */
export const removeMentor = (
  write: Writing,
  programId: string,
  memberId: string,
  now = new Date(),
): Promise<Removal> =>
  untilHeld(write, async (tx) => {
    const [row] = await tx.hot<{ said: Removal | 'again' }>(
      'SELECT access.remove_mentor($1, $2, $3) AS said',
      [programId, memberId, now],
    );
    return row!.said;
  });
