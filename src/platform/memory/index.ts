/**
 * Keeps what was worked out, for up to `most` keys; then it begins afresh. For small answers that depend on nothing
 * but their key, cost more than a look-up, and are asked for on every page.
 */
export function remember<V>(most: number): (key: string, work: () => V) => V {
  const known = new Map<string, V>();
  return (key, work) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    if (known.size >= most) known.clear();
    const made = work();
    known.set(key, made);
    return made;
  };
}
