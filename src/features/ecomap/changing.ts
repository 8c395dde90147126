import { FEELINGS, FLOWS, MOST_TIES, type Ring } from '../../matching/index.ts';
import { newId } from '../../platform/crypto/index.ts';
import { notFound, Problem } from '../../platform/http/index.ts';
import { type MapDocument, nameOfOrigin, type Origin, type Tie, tieIdOf } from './map.ts';

/** What she says about a tie. */
export type Said = Omit<Tie, 'id' | 'version' | 'origin'>;

/** Thrown away by a window that had not seen the other's change; `now` is what stands. */
export class Overtaken extends Error {
  constructor(readonly now: Tie) {
    super('The tie has changed meanwhile');
  }
}

/** Puts somebody on the map; whoever is there already stays as she is. @throws Problem 409 when it is full */
export function addTie(document: MapDocument, said: Said, origin: Origin | null): Tie {
  const id = origin ? tieIdOf(document, origin) : newId();
  const there = document.ties.find((tie) => tie.id === id);
  if (there) return there;
  if (document.ties.length >= MOST_TIES) throw new Problem(409, 'ecomap.full');
  const tie = { ...said, id, version: 1, origin };
  document.ties.push(tie);
  if (origin) document.aside = document.aside.filter((name) => name !== nameOfOrigin(origin));
  return tie;
}

/**
 * Says it otherwise. `seen` is the version the form was made from; null: whatever stands.
 * @throws Overtaken when another window changed it since, Problem 404 when it is gone
 */
export function changeTie(
  document: MapDocument,
  shown: Tie,
  said: Partial<Said>,
  seen: number | null = null,
): Tie {
  const at = keep(document, shown);
  const now = document.ties[at]!;
  if (seen !== null && now.version !== seen) throw new Overtaken(now);
  const changed = { ...now, ...said, version: now.version + 1 };
  document.ties[at] = changed;
  return changed;
}

/** Where the tie stands in what is kept: one that had grown by itself is kept from now on. */
function keep({ ties }: MapDocument, shown: Tie): number {
  const at = ties.findIndex(({ id }) => id === shown.id);
  if (at >= 0) return at;
  if (!shown.origin) notFound();
  if (ties.length >= MOST_TIES) throw new Problem(409, 'ecomap.full');
  return ties.push(shown) - 1;
}

/** Takes somebody off the map, for now: she can be brought back until the next change. */
export function removeTie(document: MapDocument, shown: Tie): void {
  document.removed = document.ties.find(({ id }) => id === shown.id) ?? shown;
  document.ties = document.ties.filter(({ id }) => id !== shown.id);
  if (shown.origin) putAside(document, shown.origin);
}

/** @throws Problem 404 when it is too late */
export function bringBack(document: MapDocument, id: string): Tie {
  const tie = document.removed?.id === id ? document.removed : notFound();
  document.removed = null;
  if (!document.ties.some((one) => one.id === id)) document.ties.push(tie);
  const { origin } = tie;
  if (origin) document.aside = document.aside.filter((name) => name !== nameOfOrigin(origin));
  return tie;
}

/** She does not want to be asked about this one. */
export function putAside(document: MapDocument, origin: Origin): void {
  document.aside = [...new Set([...document.aside, nameOfOrigin(origin)])].slice(-500);
}

/** Puts a finding off to a day, or for good; null: she wants to hear of it again. */
export function setFindingAside(document: MapDocument, key: string, until: string | null): void {
  const others = Object.entries(document.setAside).filter(([other]) => other !== key);
  document.setAside = Object.fromEntries([...others, ...(until ? [[key, until] as const] : [])].slice(-200));
}

export const isRing = (ring: number): ring is Ring => ring === 1 || ring === 2 || ring === 3;
export { FEELINGS, FLOWS };
