import type { Tx } from '../../platform/db/index.ts';
import { closest } from './slips.ts';

// What she typed, each word as both languages keep it; words like "the" and "para" say nothing.
const TYPED = `SELECT coalesce((ts_lexize('pg_catalog.english_stem', word))[1], '') AS en,
    coalesce((ts_lexize('pg_catalog.spanish_stem', word))[1], '') AS es
  FROM regexp_split_to_table(access.plain($1), '[^[:alnum:]]+') AS word WHERE length(word) > 2 LIMIT 12`;

const quoted = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/**
 * What was probably meant, as a tsquery: each word that nothing has, put right by the words that are there.
 * `vocabulary`, with its `values`, is a statement that finds words of posts she may read alone: a word of another must
 * neither help nor stand in the way. Null when nothing can be put right.
 */
export async function wordsMeant(
  tx: Tx,
  wanted: string,
  vocabulary: string,
  values: unknown[],
): Promise<string | null> {
  const typed = (await tx.hot<{ en: string; es: string }>(TYPED, [wanted])).filter(({ en, es }) => en && es);
  if (typed.length === 0) return null;
  const rows = await tx.hot<{ word: string }>(vocabulary, values);
  const known = new Set(rows.map(({ word }) => word));
  const meant = typed.map(({ en, es }) => {
    const forms = [...new Set([en, es])];
    const there = forms.filter((form) => known.has(form));
    return there.length > 0 ? there : [...new Set(forms.flatMap((form) => closest(form, known)))];
  });
  if (meant.some((words) => words.length === 0)) return null;
  return meant.map((words) => `(${words.map(quoted).join(' | ')})`).join(' & ');
}
