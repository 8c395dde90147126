import type { Slot } from './slot.ts';

/** Days before and after in which the same dish again would be one too many. */
const NEAR_DAYS = 3;
const DAY = 86_400_000;

// Words that are in every second dish and say nothing about it, in English and in Spanish.
const SMALL = new Set(
  `a an the of and or with for some my our big pot dish homemade dinner lunch meal food from to in on
   el la los las un una unos unas de del y e o u con sin para mi mis su sus al en comida cena almuerzo casera casero plato olla`
    .split(/\s+/)
    .filter(Boolean),
);

/** The words a dish is known by: without accents, in the singular, small words left out. */
export function dishWords(text: string): Set<string> {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !SMALL.has(word))
    .map(singular);
  return new Set(words);
}

// Enough to see that lasagnes and lasaña are lasagna, and tamales a tamal: sameness counts, not grammar.
const singular = (word: string): string => {
  const one = word.replace(/gn/g, 'n').replace(/s$/, '');
  return one.length > 3 ? one.replace(/[aeo]$/, '') : one;
};

/** Meals around that day that sound like this one: what the page kindly mentions. */
export function similarNear(slots: readonly Slot[], slot: Slot, brings: string): Slot[] {
  const mine = dishWords(brings);
  if (mine.size === 0 || slot.task !== 'meal') return [];
  return slots.filter(
    (other) =>
      other.slotId !== slot.slotId &&
      other.task === 'meal' &&
      other.helperId !== null &&
      Math.abs(+other.startsAt - +slot.startsAt) <= NEAR_DAYS * DAY + DAY / 2 &&
      [...dishWords(other.brings)].some((word) => mine.has(word)),
  );
}
