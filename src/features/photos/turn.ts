let last: Promise<unknown> = Promise.resolve();

/** One after the other: a decoded photo is many times its file, and a small machine holds few of them. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => {});
  return mine;
}
