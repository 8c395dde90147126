import { dice } from '../../src/matching/forming/dice.ts';
import type { FormingInput } from '../../src/matching/index.ts';

interface Crowd {
  size: number;
  seed: number;
  /** The share of pairs that is listed. */
  density: number;
}

/** People of whom some get on, some do not, and of the rest nothing is known. The same for the same seed. */
export function somePeople({ size, seed, density }: Crowd): Pick<FormingInput, 'members' | 'affinity'> {
  const roll = dice(1000 + seed);
  const members = Array.from({ length: size }, (_each, at) => `m${at}`);
  const affinity = members.flatMap((one, at) =>
    members.slice(0, at).flatMap((other): [string, string, number][] => {
      if (roll() >= density) return [];
      return [[one, other, Math.round(100 * (roll() * 1.4 - 0.4)) / 100]];
    }),
  );
  return { members, affinity };
}
