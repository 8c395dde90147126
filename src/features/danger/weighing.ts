import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { asSpoken, triage } from './triage/index.ts';

export type Level = 'none' | 'concern' | 'urgent';
const LANGUAGES = ['en', 'es'] as const;
const WEIGHT: Record<Level, number> = { none: 0, concern: 1, urgent: 2 };

/**
 * How much a text worries, whichever of our languages it is in: many mothers write in both, in one sentence.
 */
export function weigh(text: string): { level: Level; phrases: string[] } {
  const said = asSpoken(text);
  const found = LANGUAGES.map((language) => triage(said, language));
  const heaviest = found.reduce((a, b) => (WEIGHT[b.level] > WEIGHT[a.level] ? b : a));
  return { level: heaviest.level, phrases: heaviest.phrases };
}

/**
 * Weighs what she just wrote, in the transaction that keeps it: a quiet sign for those who look after the circle, and a
 * case when it is urgent. Nothing is ever stopped. Resolves to the level, so that she is met with helplines.
 */
export async function weighPost(tx: Tx, postId: string, words: string): Promise<Level> {
  const { level, phrases } = weigh(words);
  await tx.run(sql`SELECT access.weigh_post(${postId}, ${level}, ${sql.val(phrases.slice(0, 10))}::text[])`);
  return level;
}

/**
 * Weighs what she wrote of herself outside a conversation: at a circle's door, in her story. Urgent words open a case;
 * nothing is stopped. Resolves to the level, so that she is met with helplines.
 */
export async function weighOwnWords(tx: Tx, words: string): Promise<Level> {
  const { level, phrases } = weigh(words);
  if (level === 'urgent')
    await tx.run(sql`SELECT access.worry_about_me(${words}, ${sql.val(phrases.slice(0, 10))}::text[])`);
  return level;
}

/** Where a writer goes after heavy words: to those who answer now, and from there to where she was going. */
export const metWithCare = (level: Level, to: string): string =>
  level === 'none' ? to : `/care?to=${encodeURIComponent(to)}`;
