import { type Market, OUT } from './market.ts';

/** The greatest number of rows that can be placed at once, and why no more can. */
export interface MostMatched {
  at: Int32Array;
  count: number;
  /**
   * König's proof: every edge meets a row or a column that is needed, and needed rows and the places of needed columns
   * are together exactly as many as are placed. So needed rows are in every greatest matching, needed columns are full in it.
   */
  neededRow: Uint8Array;
  neededColumn: Uint8Array;
}

type Edges = Pick<Market, 'rows' | 'columns' | 'start' | 'column' | 'capacity'>;

/** Hopcroft and Karp's matching (1973) where a column has several places. */
export function mostMatched(edges: Edges): MostMatched {
  const growth = new Growth(edges);
  growth.first();
  while (growth.layer()) growth.extend();
  return growth.result();
}

class Growth {
  private readonly at: Int32Array;
  private readonly held: Int32Array;
  /** The rows of a column, as a chain. */
  private readonly firstIn: Int32Array;
  private readonly nextIn: Int32Array;
  private readonly depth: Int32Array;
  /** How far the rows of a column are, once it was reached; 0 before. They are all as far as it is. */
  private readonly reached: Int32Array;
  /** Columns whose rows have all been tried in this round. */
  private readonly spent: Uint8Array;
  private readonly queue: Int32Array;

  constructor(private readonly edges: Edges) {
    const { rows, columns } = edges;
    this.at = new Int32Array(rows).fill(OUT);
    this.held = new Int32Array(columns);
    this.firstIn = new Int32Array(columns).fill(OUT);
    this.nextIn = new Int32Array(rows).fill(OUT);
    this.depth = new Int32Array(rows);
    this.reached = new Int32Array(columns);
    this.spent = new Uint8Array(columns);
    this.queue = new Int32Array(rows);
  }

  first(): void {
    const { rows, start, column, capacity } = this.edges;
    for (let i = 0; i < rows; i++) {
      for (let edge = start[i]!; edge < start[i + 1]! && this.at[i] === OUT; edge++) {
        const j = column[edge]!;
        if (this.held[j]! < capacity[j]!) this.put(i, j);
      }
    }
  }

  /** How far each row is from one that is out; false when no free place can be reached. */
  layer(): boolean {
    const { rows, start, column, capacity } = this.edges;
    this.depth.fill(-1);
    this.reached.fill(0);
    let count = 0;
    let found = Number.POSITIVE_INFINITY;
    for (let i = 0; i < rows; i++) {
      if (this.at[i] !== OUT) continue;
      this.depth[i] = 0;
      this.queue[count++] = i;
    }
    for (let next = 0; next < count; next++) {
      const i = this.queue[next]!;
      if (this.depth[i]! >= found) continue;
      for (let edge = start[i]!; edge < start[i + 1]!; edge++) {
        const j = column[edge]!;
        if (this.reached[j]) continue;
        this.reached[j] = this.depth[i]! + 1;
        if (this.held[j]! < capacity[j]!) found = this.depth[i]!;
        for (let other = this.firstIn[j]!; other !== OUT; other = this.nextIn[other]!) {
          if (this.depth[other]! >= 0) continue;
          this.depth[other] = this.depth[i]! + 1;
          this.queue[count++] = other;
        }
      }
    }
    return found < Number.POSITIVE_INFINITY;
  }

  extend(): void {
    this.spent.fill(0);
    const cursor = this.edges.start.slice(0, this.edges.rows);
    for (let i = 0; i < this.edges.rows; i++) if (this.at[i] === OUT) this.extendFrom(i, cursor);
  }

  /** One path to a free place, layer by layer, without recursion: each edge is tried once in a round. */
  private extendFrom(from: number, cursor: Int32Array): void {
    const { start, column, capacity } = this.edges;
    const path = [from];
    while (path.length > 0) {
      const i = path.at(-1)!;
      if (cursor[i]! >= start[i + 1]!) {
        this.depth[i] = -1;
        path.pop();
        continue;
      }
      const j = column[cursor[i]!]!;
      if (this.held[j]! < capacity[j]!) {
        this.follow(path, cursor);
        return;
      }
      const other = this.deeperIn(j, this.depth[i]! + 1);
      if (other === OUT) cursor[i]! += 1;
      else path.push(other);
    }
  }

  /** A row of the column that may lead on. Once there is none there is none for the rest of the round. */
  private deeperIn(j: number, depth: number): number {
    // From elsewhere than where it was reached first it leads nowhere, which says nothing of those who come from there.
    if (this.spent[j] || this.reached[j] !== depth) return OUT;
    let i = this.firstIn[j]!;
    while (i !== OUT && this.depth[i] !== depth) i = this.nextIn[i]!;
    if (i === OUT) this.spent[j] = 1;
    return i;
  }

  private follow(path: number[], cursor: Int32Array): void {
    for (let at = path.length - 1; at >= 0; at--) {
      const i = path[at]!;
      if (this.at[i] !== OUT) this.remove(i);
      this.put(i, this.edges.column[cursor[i]!]!);
      this.depth[i] = -1;
    }
  }

  private put(i: number, j: number): void {
    this.at[i] = j;
    this.held[j]! += 1;
    this.nextIn[i] = this.firstIn[j]!;
    this.firstIn[j] = i;
  }

  private remove(i: number): void {
    const j = this.at[i]!;
    this.held[j]! -= 1;
    if (this.firstIn[j] === i) {
      this.firstIn[j] = this.nextIn[i]!;
      return;
    }
    let before = this.firstIn[j]!;
    while (this.nextIn[before] !== i) before = this.nextIn[before]!;
    this.nextIn[before] = this.nextIn[i]!;
  }

  /** After the last, unsuccessful layering: what can be reached from rows that are out is short of places. */
  result(): MostMatched {
    const neededRow = new Uint8Array(this.edges.rows);
    for (let i = 0; i < neededRow.length; i++) neededRow[i] = this.depth[i]! < 0 ? 1 : 0;
    const count = this.at.reduce((sum, j) => sum + (j === OUT ? 0 : 1), 0);
    const neededColumn = Uint8Array.from(this.reached, (depth) => (depth > 0 ? 1 : 0));
    return { at: this.at, count, neededRow, neededColumn };
  }
}
