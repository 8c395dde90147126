import highs from 'highs';
import type { FormingInput } from '../../src/matching/index.ts';

const solver = highs();

/**
 * The greatest total there is, proven by HiGHS: every circle within bounds is a column, everybody is in one of them (at
 * most one, where people may wait). For members without weights, and circles small enough to list them all.
 */
export async function provenTotal({
  members,
  circles,
  lower,
  upper,
  affinity,
}: FormingInput): Promise<number> {
  const score = new Map(
    affinity.flatMap(
      ([a, b, s]) =>
        [
          [`${a} ${b}`, s],
          [`${b} ${a}`, s],
        ] as const,
    ),
  );
  const columns: { value: number; of: number[] }[] = [];
  const grow = (of: number[], from: number, value: number): void => {
    // Where people may wait, a circle that adds nothing need not be.
    const mayHelp = circles !== undefined || value > 0;
    if (of.length >= lower && mayHelp) columns.push({ value, of: [...of] });
    if (of.length === upper) return;
    for (let next = from; next < members.length; next++) {
      const more = of.reduce((sum, at) => sum + (score.get(`${members[at]} ${members[next]}`) ?? 0), 0);
      grow([...of, next], next + 1, value + more);
    }
  };
  grow([], 0, 0);
  const model = modelOf(columns, members.length, circles);
  const solved = (await solver).solve(model, { output_flag: false, mip_rel_gap: 0 });
  if (solved.Status !== 'Optimal') throw new Error(`HiGHS: ${solved.Status}`);
  return solved.ObjectiveValue;
}

function modelOf(columns: { value: number; of: number[] }[], members: number, circles?: number): string {
  const rows = Array.from({ length: members }, (): string[] => []);
  columns.forEach(({ of }, column) => {
    for (const at of of) rows[at]!.push(`x${column}`);
  });
  const isOne = circles === undefined ? '<=' : '=';
  const all = columns.map((_column, at) => `x${at}`);
  return [
    'Maximize',
    lined(columns.map(({ value }, at) => `${value < 0 ? '-' : '+'} ${Math.abs(value).toFixed(6)} x${at}`)),
    'Subject To',
    ...rows.map((row) => `${lined(row.map((one) => `+ ${one}`))} ${isOne} 1`),
    ...(circles === undefined ? [] : [`${lined(all.map((one) => `+ ${one}`))} = ${circles}`]),
    'Binary',
    lined(all),
    'End',
  ].join('\n');
}

/** The format's lines are short. */
function lined(words: string[]): string {
  const lines: string[] = [];
  for (let at = 0; at < words.length; at += 20) lines.push(words.slice(at, at + 20).join(' '));
  return lines.join('\n');
}
