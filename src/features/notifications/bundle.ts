import { kindOf } from './kinds.ts';
import type { Item } from './news.ts';

const pathname = (path: string): string => path.replace(/[?#].*/, '');

/** Where an item leads. */
export const pathOf = (item: Item): string => kindOf(item.kind)!.path(item);

/** Several things of one kind in one place, told in one sentence. */
export interface Bundle {
  kind: string;
  /** Newest first; the unseen ones, or all when she has seen them. */
  items: Item[];
  seen: boolean;
  at: Date;
  /** Leads to the first one she has not seen. */
  path: string;
}

/** Newest first, with what belongs together in one place. */
export function bundle(items: Item[]): Bundle[] {
  const places = new Map<string, Item[]>();
  for (const item of items) {
    const place = `${item.kind} ${pathname(pathOf(item))}`;
    places.set(place, [...(places.get(place) ?? []), item]);
  }
  return [...places.values()].map((all) => {
    const unseen = all.filter(({ seen }) => !seen);
    const told = unseen.length > 0 ? unseen : all;
    const first = unseen.length > 0 ? told.at(-1)! : told[0]!;
    return {
      kind: first.kind,
      items: told,
      seen: unseen.length === 0,
      at: told[0]!.createdAt,
      path: pathOf(first),
    };
  });
}

/** Which of these items a page shows: what she opens counts as seen. */
export const shownAt = (items: Item[], path: string): string[] =>
  items.filter((item) => pathname(pathOf(item)) === pathname(path)).map(({ id }) => id);
