import type { Forming } from './problem.ts';

/** Up to so many members every way to form circles can be looked at: 3ⁿ steps. */
export const FEW = 13;

/**
 * The best there is for a few members, by dynamic programming over sets of them: the first of a set waits, or sits in
 * one of the circles that hold her. Circle of each member, -1 for waiting; null if there is no way.
 */
export function formFew(problem: Forming): Int32Array | null {
  const size = problem.ids.length;
  const sets = 2 ** size;
  const value = circleValues(problem);
  const isOpen = problem.circles === null;
  // With `circles` given: layer after layer, the best with exactly so many. Without: one layer that feeds on itself.
  const layers = isOpen ? 1 : problem.circles!;
  let before = new Float64Array(sets).fill(Number.NEGATIVE_INFINITY);
  before[0] = 0;
  const chosen: Int32Array[] = [];
  for (let layer = 0; layer < layers; layer++) {
    const best = isOpen ? before : new Float64Array(sets).fill(Number.NEGATIVE_INFINITY);
    const choice = new Int32Array(sets);
    if (!isOpen && problem.lower <= 0) best[0] = before[0]!;
    for (let set = 1; set < sets; set++) choose(set, value, before, best, choice, isOpen);
    if (!isOpen && problem.lower <= 0) {
      for (let set = 1; set < sets; set++) {
        if (before[set]! >= best[set]!) {
          best[set] = before[set]!;
          choice[set] = 0;
        }
      }
    }
    chosen.push(choice);
    before = best;
  }
  if (before[sets - 1] === Number.NEGATIVE_INFINITY) return null;
  return traced(size, chosen, isOpen);
}

function choose(
  set: number,
  value: Float64Array,
  before: Float64Array,
  best: Float64Array,
  choice: Int32Array,
  isOpen: boolean,
): void {
  const first = set & -set;
  const rest = set ^ first;
  let [most, which] = isOpen ? [before[rest]!, 0] : [Number.NEGATIVE_INFINITY, 0];
  for (let part = rest; ; part = (part - 1) & rest) {
    const circle = part | first;
    const total = value[circle]! + before[set ^ circle]!;
    if (total > most) [most, which] = [total, circle];
    if (part === 0) break;
  }
  best[set] = most;
  choice[set] = which;
}

/** The affinity within each set of members, and a bonus for each place; minus infinity where bounds forbid it. */
function circleValues({ ids, weight, lower, upper, start, near, worth, bonus }: Forming): Float64Array {
  const sets = 2 ** ids.length;
  const value = new Float64Array(sets);
  const load = new Float64Array(sets);
  for (let set = 1; set < sets; set++) {
    const last = 31 - Math.clz32(set);
    const rest = set ^ (1 << last);
    let sum = value[rest]! + bonus;
    for (let at = start[last]!; at < start[last + 1]!; at++) if ((rest >> near[at]!) & 1) sum += worth[at]!;
    value[set] = sum;
    load[set] = load[rest]! + weight[last]!;
  }
  for (let set = 1; set < sets; set++) {
    if (load[set]! < lower || load[set]! > upper) value[set] = Number.NEGATIVE_INFINITY;
  }
  return value;
}

function traced(size: number, chosen: Int32Array[], isOpen: boolean): Int32Array {
  const at = new Int32Array(size).fill(-1);
  let set = 2 ** size - 1;
  let circle = 0;
  for (let layer = chosen.length - 1; set > 0; ) {
    const part = chosen[layer]![set]!;
    const gone = part || (isOpen ? set & -set : 0);
    for (let member = 0; member < size; member++) if ((part >> member) & 1) at[member] = circle;
    if (part) circle += 1;
    set ^= gone;
    if (!isOpen) layer -= 1;
  }
  return at;
}
