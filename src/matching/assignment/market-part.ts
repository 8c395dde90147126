import type { Market } from './market.ts';
import type { Problem } from './problem.ts';

/** Which pairs of a problem a market is made of: those of a mentee and a mentor who are both in, as flags say. */
export interface Among {
  mentees: Uint8Array;
  mentors: Uint8Array;
  /** Only those worth more than nothing. */
  gainsOnly: boolean;
}

/** A market and whom its rows and columns stand for. */
export interface Part {
  market: Market;
  rows: Int32Array;
  columns: Int32Array;
}

/** Some of the pairs as a market of the mentees and mentors who are in them; null where there are none. */
export function partOf(
  problem: Problem,
  worth: Float64Array,
  among: Among,
  kind: Pick<Market, 'mayStayOut' | 'mustFill' | 'whole'>,
): Part | null {
  const { start, mentor, mentees, capacity } = problem;
  const counted = count(problem, worth, among);
  const { rows, columns, starts, edges } = counted;
  if (edges === 0) return null;
  const isWhole =
    edges === mentor.length && rows.length === mentees.length && columns.length === capacity.length;
  // All of it: millions of pairs need not be written a second time.
  const few = isWhole ? { column: mentor, worth } : picked(problem, worth, among, counted);
  const market: Market = {
    rows: rows.length,
    columns: columns.length,
    start: isWhole ? start : starts,
    ...few,
    capacity: columns.map((j) => capacity[j]!),
    ...kind,
  };
  return { market, rows, columns };
}

interface Counted {
  rows: Int32Array;
  columns: Int32Array;
  starts: Int32Array;
  edges: number;
}

function count({ start, mentor, mentees, mentors }: Problem, worth: Float64Array, among: Among): Counted {
  const rows: number[] = [];
  const starts = [0];
  const isMet = new Uint8Array(mentors.length);
  const { mentors: isIn, gainsOnly } = among;
  let edges = 0;
  for (let i = 0; i < mentees.length; i++) {
    if (!among.mentees[i]) continue;
    const before = edges;
    const end = start[i + 1]!;
    for (let edge = start[i]!; edge < end; edge++) {
      const j = mentor[edge]!;
      if (!isIn[j] || (gainsOnly && worth[edge]! <= 0)) continue;
      edges += 1;
      isMet[j] = 1;
    }
    if (edges === before) continue;
    rows.push(i);
    starts.push(edges);
  }
  const columns = Int32Array.from(isMet.keys()).filter((j) => isMet[j] === 1);
  return { rows: Int32Array.from(rows), columns, starts: Int32Array.from(starts), edges };
}

function picked(
  { start, mentor, mentors }: Problem,
  worth: Float64Array,
  among: Among,
  { rows, columns, edges }: Counted,
): Pick<Market, 'column' | 'worth'> {
  const { mentors: isIn, gainsOnly } = among;
  const columnOf = new Int32Array(mentors.length);
  columns.forEach((j, column) => {
    columnOf[j] = column;
  });
  const column = new Int32Array(edges);
  const gains = new Float64Array(edges);
  let at = 0;
  for (const i of rows) {
    const end = start[i + 1]!;
    for (let edge = start[i]!; edge < end; edge++) {
      const j = mentor[edge]!;
      if (!isIn[j] || (gainsOnly && worth[edge]! <= 0)) continue;
      column[at] = columnOf[j]!;
      gains[at++] = worth[edge]!;
    }
  }
  return { column, worth: gains };
}
