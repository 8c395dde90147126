import { createHash } from 'node:crypto';

const MOST_NAMES = 1000;
const names = new Map<string, string>();

/**
 * A short name for a statement's text, so that PostgreSQL plans it once a connection. Texts made on the fly (lists
 * of varying length) would fill its memory: past a thousand they stay nameless.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= MOST_NAMES) return undefined;
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}
