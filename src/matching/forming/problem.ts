import { byCodePoint } from '../assignment/code-points.ts';
import { unitsOf } from '../assignment/units.ts';
import { FormingError, type FormingTaken } from './intake.ts';

/** The input in numbers, ids sorted by code point: all that follows depends on this alone, not on the order given. */
export interface Forming {
  ids: string[];
  weight: Float64Array;
  /** In the same unit as `weight`. */
  lower: number;
  upper: number;
  circles: number | null;
  /** Where the neighbours of each member begin; one longer than there are members. Sorted; each pair stands twice. */
  start: Int32Array;
  near: Int32Array;
  /** Affinity in units in which sums are exact where that can be (see assignment/units.ts), and as it was given. */
  worth: Float64Array;
  score: Float64Array;
  /** What a place in a circle counts for: less, for all members together, than the least difference of two totals. */
  bonus: number;
}

/** Throws FormingError on a pair listed twice and on what can be seen to fit nowhere. */
export function formingOf(taken: FormingTaken): Forming {
  const order = Int32Array.from(taken.members, (_id, at) => at).sort((a, b) =>
    byCodePoint(taken.members[a]!, taken.members[b]!),
  );
  const place = new Int32Array(order.length);
  order.forEach((at, to) => {
    place[at] = to;
  });
  const ids = Array.from(order, (at) => taken.members[at]!);
  const count = taken.pairs.score.length;
  const units = unitsOf(taken.pairs.score, Math.max(1, count) * (ids.length + 2));
  const rows = bothWays(taken, place, ids);
  const sizes = weightsOf(taken, order);
  requireRoom(sizes, taken.circles, ids);
  return {
    ids,
    ...sizes,
    circles: taken.circles,
    start: rows.start,
    near: rows.near,
    worth: Float64Array.from(rows.pair, (pair) => units.worth[pair]!),
    score: Float64Array.from(rows.pair, (pair) => taken.pairs.score[pair]!),
    bonus: taken.circles === null ? (units.whole ? 2 ** -Math.ceil(Math.log2(ids.length + 2)) : 2 ** -40) : 0,
  };
}

/** Weights such as 0.1 are counted in tenths, so that bounds are met or missed and never nearly. */
function weightsOf({ weights, lower, upper }: FormingTaken, order: Int32Array) {
  const all = Float64Array.from([...weights, lower, upper]);
  const { worth } = unitsOf(all, all.length);
  const weight = Float64Array.from(order, (at) => worth[at]!);
  return { weight, lower: worth[weights.length]!, upper: worth[weights.length + 1]! };
}

/** Every pair from both of its ends, by member and then by neighbour. */
function bothWays({ pairs }: FormingTaken, place: Int32Array, ids: string[]) {
  const { one, other } = pairs;
  const count = one.length;
  const first = (entry: number) => place[entry < count ? one[entry]! : other[entry - count]!]!;
  const second = (entry: number) => place[entry < count ? other[entry]! : one[entry - count]!]!;
  const start = new Int32Array(place.length + 1);
  for (let entry = 0; entry < 2 * count; entry++) start[first(entry) + 1]! += 1;
  for (let at = 0; at < place.length; at++) start[at + 1]! += start[at]!;
  // Counted out twice: first by neighbour, then, keeping that order, by member. Both counts are the same.
  const byNear = countedOut(start, 2 * count, null, second);
  const order = countedOut(start, 2 * count, byNear, first);
  const near = order.map(second);
  const pair = order.map((entry) => entry % count);
  refuseTwice(start, near, pair, ids);
  return { start, near, pair };
}

function countedOut(
  start: Int32Array,
  count: number,
  before: Int32Array | null,
  key: (at: number) => number,
) {
  const next = start.slice();
  const order = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const entry = before ? before[at]! : at;
    order[next[key(entry)]!++] = entry;
  }
  return order;
}

function refuseTwice(start: Int32Array, near: Int32Array, pair: Int32Array, ids: string[]): void {
  for (let member = 0; member < ids.length; member++) {
    for (let at = start[member]! + 1; at < start[member + 1]!; at++) {
      if (near[at] !== near[at - 1]) continue;
      const again = Math.max(pair[at]!, pair[at - 1]!);
      const both = `${JSON.stringify(ids[member])}, ${JSON.stringify(ids[near[at]!])}`;
      throw new FormingError(`affinity[${again}] lists ${both} a second time.`);
    }
  }
}

/** With a number of circles given everybody has a place: what shows at a glance that they do not is told. */
function requireRoom(
  { weight, lower, upper }: Pick<Forming, 'weight' | 'lower' | 'upper'>,
  circles: number | null,
  ids: string[],
): void {
  if (circles === null) return;
  if (circles > ids.length) throw new FormingError('circles is more than there are members.');
  const heavy = weight.findIndex((one) => one > upper);
  if (heavy >= 0)
    throw new FormingError(`upper is less than the weight of ${JSON.stringify(ids[heavy])} alone.`);
  const all = weight.reduce((sum, one) => sum + one, 0);
  if (all > circles * upper)
    throw new FormingError('circles: all members together weigh more than circles × upper.');
  if (all < circles * lower)
    throw new FormingError('circles: all members together weigh less than circles × lower.');
}
