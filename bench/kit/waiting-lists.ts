import { type FormingInput, FormingIntake, type FormingTaken } from '../../src/matching/index.ts';
import { dice } from './prose.ts';

/**
 * As the capacitated clustering instances RanReal of the literature are made: every pair between 0 and 100, weights up to
 * 10, all circles within a quarter of the mean. Of the same kind, not the same ones: their best known totals do not apply.
 */
export function everyPairKnown(size: number, circles: number): FormingInput {
  const roll = dice(size);
  const members = Array.from({ length: size }, (_each, at) => `m${at}`);
  const weights = members.map(() => Math.floor(roll() * 1000 + 1) / 100);
  const mean = weights.reduce((sum, one) => sum + one, 0) / circles;
  const affinity = members.flatMap((one, at) =>
    members
      .slice(0, at)
      .map((other): [string, string, number] => [one, other, Math.floor(roll() * 10_000) / 100]),
  );
  return {
    members,
    weights,
    circles,
    lower: Math.round(0.75 * mean),
    upper: Math.round(1.25 * mean),
    affinity,
  };
}

/** People who know of some 30 others each how well they would get on: mostly neighbours among forty, some far away. */
export function manyWaiting(size: number): FormingTaken {
  const roll = dice(5);
  const intake = new FormingIntake();
  for (let at = 0; at < size; at++) intake.addMember(`m${at}`);
  const seen = new Set<number>();
  for (let at = 0; at < size; at++) {
    for (let each = 0; each < 15; each++) {
      const near = Math.min(size - 1, Math.floor(at / 40) * 40 + Math.floor(roll() * 40));
      const other = roll() < 0.4 ? Math.floor(roll() * size) : near;
      const key = Math.min(at, other) * size + Math.max(at, other);
      if (other === at || seen.has(key)) continue;
      seen.add(key);
      intake.addAffinity(`m${at}`, `m${other}`, Math.round(100 * (roll() * 1.2 - 0.2)) / 100);
    }
  }
  intake.setLower(6);
  intake.setUpper(12);
  return intake.finish();
}
