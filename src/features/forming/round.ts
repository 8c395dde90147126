import { Temporal } from 'temporal-polyfill';
import type { Message } from '../../matching/index.ts';
import { newId } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { FormingSettings } from './settings.ts';

/** The day of the next forming when one is held today: the rhythm counts from the day it was planned for. */
export function nextAfter({ nextOn, everyDays }: FormingSettings, today: string): string {
  let next = Temporal.PlainDate.from(nextOn ?? today).add({ days: everyDays });
  while (Temporal.PlainDate.compare(next, today) <= 0) next = next.add({ days: everyDays });
  return next.toString();
}

/**
 * Ends a forming: whoever stays on the list is told when the next is, and why not yet. Once: false when another coordinator
 * has ended it already. `whys`: what is said to each, by the id of her wait.
 */
export async function finishRound(
  tx: Tx,
  settings: FormingSettings,
  today: string,
  whys: ReadonlyMap<string, Message[]>,
  now: Date,
): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>(
    'SELECT access.finish_forming_round($1, $2, $3, $4, $5) AS done',
    [
      newId(),
      settings.nextOn ?? today,
      nextAfter(settings, today),
      JSON.stringify(Object.fromEntries(whys)),
      now,
    ],
  );
  return row?.done ?? false;
}
