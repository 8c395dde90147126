/**
 * The sum of numbers as if added without rounding and then rounded once, so that their order does not matter
 * (Shewchuk 1997, adaptive precision: non-overlapping partial sums). The sum itself must not overflow on the way.
 */
export function exactSum(numbers: Iterable<number>): number {
  const parts: number[] = [];
  for (const number of numbers) {
    let x = number;
    let kept = 0;
    for (let each = 0; each < parts.length; each++) {
      let y = parts[each]!;
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) parts[kept++] = low;
      x = high;
    }
    parts.length = kept;
    parts.push(x);
  }
  return rounded(parts);
}

/** The parts do not overlap and grow: from the greatest down, the first that rounds decides, half-way cases aside. */
function rounded(parts: number[]): number {
  let high = parts.pop() ?? 0;
  while (parts.length > 0) {
    const x = high;
    const y = parts.pop()!;
    high = x + y;
    const low = y - (high - x);
    if (low === 0) continue;
    const next = parts.at(-1) ?? 0;
    const twice = low * 2;
    if (Math.sign(next) === Math.sign(low) && high + twice - high === twice) high += twice;
    break;
  }
  return high;
}
