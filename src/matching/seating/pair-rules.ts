import { isForLoss, isPainful } from '../stages.ts';
import { type Hers, saidBaby, type Theirs } from './sides.ts';
import { STAGES_APART } from './weights.ts';

/** Why two are never in one circle, whatever the hour; null: they may be. */
export function partedBy(a: Hers, b: Hers): 'apart' | 'stage' | null {
  if (isApart(a.member, b.member)) return 'apart';
  return (a.isTender && hurts(a, b)) || (b.isTender && hurts(b, a)) || isFarAlong(a, b) ? 'stage' : null;
}

type Named = { id: string; apart: ReadonlySet<string> };
export const isApart = (a: Named, b: Named): boolean =>
  a.id === b.id || a.apart.has(b.id) || b.apart.has(a.id);

/**
 * Who grieves is never seated where what she lost is spoken of. To one who told us of nothing but loss, a circle is of
 * those who have lost too, and without babies in it: here alone, on purpose, a missing answer is not enough.
 */
function hurts(a: Hers, b: Hers): boolean {
  const { known } = a;
  if (known.onlyGrieving) return !isForLoss(b.lived) || saidBaby(b.member.self);
  return isPainful(known.seeker, b.lived, known.stages);
}

/** Too many stages lie between the nearest of theirs. Grief is a stage of its own: ages are not held against each other. */
function isFarAlong(a: Hers, b: Hers): boolean {
  if (a.ranks === 0 || b.ranks === 0 || (a.grieves && b.grieves)) return false;
  let near = a.ranks;
  for (let each = 1; each <= STAGES_APART; each++) near |= (a.ranks << each) | (a.ranks >> each);
  return (near & b.ranks) === 0;
}

/** Whether a facilitator would lead her: what she offered is among what is hers, or hers was never said. */
export function mayLead({ facilitator, leads }: Theirs, hers: Hers): boolean {
  return !isApart(facilitator, hers.member) && (leads === 0 || hers.has === 0 || (leads & hers.has) !== 0);
}
