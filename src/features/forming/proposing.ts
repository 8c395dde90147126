import type { SeatingInput, SeatingRound } from '../../matching/index.ts';
import { threadFor } from '../../platform/threads/index.ts';

const inThread = threadFor<SeatingInput, SeatingRound>(new URL('./proposing-thread.ts', import.meta.url), {
  ms: 60_000,
  megabytes: 700,
});

/**
 * The circles of a list, worked out in a thread of its own: while a coordinator looks at her board, nobody's page waits.
 * Throws where the machine is too small for the list.
 */
export async function proposeApart(input: SeatingInput): Promise<SeatingRound> {
  const outcome = await inThread(input);
  if (!outcome.done) throw new Error(`no circles within a minute for ${input.members.length} who wait`);
  return outcome.answer;
}
