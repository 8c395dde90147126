import type { Known } from './known.ts';
import { nameOfOrigin, type Tie } from './map.ts';

const plain = (name: string): string => name.trim().toLocaleLowerCase();
const namesakes = <T extends { name: string }>(list: readonly T[], name: string): T[] =>
  list.filter((one) => plain(one.name) === plain(name));

/** The tie that stands for each, if one does: under an origin of theirs, or by the name she wrote down herself. */
export function standingFor(ties: readonly Tie[], known: readonly Known[]): Map<Known, Tie> {
  const found = new Map<Known, Tie>();
  for (const one of known) {
    const tie = ties.find(({ origin }) => origin && one.origins.includes(nameOfOrigin(origin)));
    if (tie) found.set(one, tie);
  }
  const drawn = ties.filter(({ origin }) => !origin);
  const unknown = known.filter((one) => !found.has(one));
  for (const one of unknown) {
    const [tie, another] = namesakes(drawn, one.name);
    // Sam who helps is Sam she drew herself; of two Anas nobody can say which one she drew.
    if (tie && !another && namesakes(known, one.name).length === 1) found.set(one, tie);
  }
  return found;
}
