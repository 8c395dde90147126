import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { shownPseudonym } from '../../pseudonyms/index.ts';

const MOST = 20;
const LONGEST = 60;
// Not within a word: an address of mail names nobody.
const BEHIND_AT = new RegExp(`(?<![\\p{L}\\p{N}._-])@([\\p{L}\\p{N}][^\\n@]{0,${LONGEST - 1}})`, 'gu');

/** The beginnings of text that stand behind an @. */
export const behindAt = (body: string): string[] =>
  body.includes('@') ? [...body.matchAll(BEHIND_AT)].slice(0, MOST).map(([, said]) => said!) : [];

/**
 * Keeps whom a post of hers names and tells those it did not name before. Members of the circle by their names, people
 * without theirs by the pseudonym they bear in this thread; who that is, the database alone knows.
 */
export async function nameIn(
  tx: Tx,
  place: { communityId: string; circleId: string; threadId: string; postId: string },
  body: string,
  before = '',
): Promise<void> {
  const said = behindAt(body);
  if (said.length === 0 && behindAt(before).length === 0) return;
  const unnamed = await pseudonymsIn(tx, place, said);
  await tx.run(sql`SELECT access.name_in_post(${place.postId}, ${said}, ${unnamed})`);
}

async function pseudonymsIn(
  tx: Tx,
  { communityId, threadId }: { communityId: string; threadId: string },
  said: string[],
): Promise<string[]> {
  if (said.length === 0) return [];
  const borne = await tx.all(
    sql<{ pseudonym_id: string; pseudonym: string }>`SELECT DISTINCT pseudonym_id, pseudonym FROM posts
      WHERE community_id = ${communityId} AND thread_id = ${threadId} AND pseudonym_id IS NOT NULL LIMIT 500`,
  );
  // Each reader sees it in her own language, and writes it so.
  const names = (kept: string) =>
    (['en', 'es'] as const).map((locale) => shownPseudonym(locale, kept).toLowerCase());
  return borne
    .filter(({ pseudonym }) =>
      names(pseudonym).some((name) => said.some((words) => words.toLowerCase().startsWith(name))),
    )
    .map(({ pseudonym_id }) => pseudonym_id);
}
