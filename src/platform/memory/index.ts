/** Characters all keys of one memory may have together: keys may be what people wrote, and long. */
const LONGEST = 4_000_000;

/**
 * Keeps what was worked out, for up to `most` keys, fewer when they are long; then it begins afresh. For small answers
 * that depend on nothing but their key, cost more than a look-up, and are asked for on every page.
 */
export function remember<V>(most: number): (key: string, work: () => V) => V {
  const known = new Map<string, V>();
  let length = 0;
  return (key, work) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    if (known.size >= most || length + key.length > LONGEST) {
      known.clear();
      length = 0;
    }
    const made = work();
    known.set(key, made);
    length += key.length;
    return made;
  };
}
