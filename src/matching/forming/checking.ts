import type { FormingInput } from './form.ts';

/** The greatest total there is, by trying every way; null if bounds leave none. For tests, of a few members. */
export function bruteTotal(input: FormingInput): number | null {
  const { members, lower, upper, circles } = input;
  const groups: string[][] = [];
  let best: number | null = null;
  const go = (at: number): void => {
    if (at === members.length) {
      const isCount = circles === undefined || groups.length === circles;
      // A lower bound of 0 lets circles stand empty.
      if (!isCount && !(lower === 0 && groups.length < circles!)) return;
      if (!groups.every((group) => loadOf(input, group) >= lower)) return;
      const total = groups.reduce((sum, group) => sum + affinityOf(input, group), 0);
      if (best === null || total > best) best = total;
      return;
    }
    const id = members[at]!;
    for (const group of groups) {
      group.push(id);
      if (loadOf(input, group) <= upper) go(at + 1);
      group.pop();
    }
    if (loadOf(input, [id]) <= upper) {
      groups.push([id]);
      go(at + 1);
      groups.pop();
    }
    if (circles === undefined) go(at + 1);
  };
  go(0);
  return best;
}

export function loadOf({ members, weights }: FormingInput, group: readonly string[]): number {
  return group.reduce((sum, id) => sum + (weights ? weights[members.indexOf(id)]! : 1), 0);
}

export function affinityOf({ affinity }: FormingInput, group: readonly string[]): number {
  return affinity.reduce(
    (sum, [one, other, score]) => (group.includes(one) && group.includes(other) ? sum + score : sum),
    0,
  );
}
