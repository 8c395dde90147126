import type { Scored } from './score-all.ts';

/** An optimal round in numbers: who is where, how many places each mentor has, and what each pair is worth. */
export interface Settled {
  pairs: Scored;
  /** Worth of each pair, whole numbers, so great for each pair as such that no sum of scores outweighs a mother. */
  worth: Float64Array;
  /** By mother: the mentor's place, or `out`. */
  at: Int32Array;
  capacity: Int32Array;
  /** The place that stands for having no mentor: as many as there are mentors. */
  out: number;
}

const NEVER = Number.NEGATIVE_INFINITY;

/**
 * What the round would gain by moving one mother from one mentor to another, for all mentors at once: the best of those who
 * are with the first. Chains of such moves are all that can happen when somebody is placed otherwise.
 */
export class Residual {
  /** Gains into a place, by where from: gain[to * size + from]. */
  readonly gain: Float64Array;
  private readonly mover: Int32Array;
  private readonly size: number;
  private readonly members: Set<number>[];

  constructor(private readonly settled: Settled) {
    this.size = settled.out + 1;
    this.gain = new Float64Array(this.size * this.size);
    this.mover = new Int32Array(this.size * this.size);
    this.members = Array.from({ length: this.size }, () => new Set<number>());
    settled.at.forEach((place, i) => {
      this.members[place]!.add(i);
    });
    for (let place = 0; place < this.size; place++) this.reckon(place);
  }

  hasRoom(place: number): boolean {
    return place === this.settled.out || this.members[place]!.size < this.settled.capacity[place]!;
  }

  take(mentee: number, place: number): void {
    this.members[place]!.delete(mentee);
    this.reckon(place);
  }

  put(mentee: number, place: number): void {
    this.members[place]!.add(mentee);
    this.reckon(place);
  }

  /** Who moves where in a chain that `toward` found, first to last. */
  chain(from: number, next: Int32Array): { mentee: number; from: number; to: number }[] {
    const moves: { mentee: number; from: number; to: number }[] = [];
    for (let place = from; next[place]! >= 0; place = next[place]!) {
      const to = next[place]!;
      moves.push({ mentee: this.mover[to * this.size + place]!, from: place, to });
    }
    return moves;
  }

  /**
   * The best gain of any chain that begins at each place and ends at one of the targets. There are no chains that gain and
   * return, for the round was the best; so this ends.
   */
  toward(targets: readonly number[]): { best: Float64Array; next: Int32Array } {
    const { size, gain } = this;
    const best = new Float64Array(size).fill(NEVER);
    const next = new Int32Array(size).fill(-1);
    const queue = [...targets];
    const waits = new Uint8Array(size);
    for (const target of targets) {
      best[target] = 0;
      waits[target] = 1;
    }
    for (let head = 0; head < queue.length; head++) {
      const to = queue[head]!;
      waits[to] = 0;
      for (let from = 0; from < size; from++) {
        const whole = gain[to * size + from]! + best[to]!;
        if (!(whole > best[from]!)) continue;
        best[from] = whole;
        next[from] = to;
        if (waits[from] === 0) {
          waits[from] = 1;
          queue.push(from);
        }
      }
    }
    return { best, next };
  }

  /** Reckons the moves away from a place anew. */
  private reckon(from: number): void {
    const { size, gain, mover, settled } = this;
    const { start, mentor } = settled.pairs;
    for (let to = 0; to < size; to++) gain[to * size + from] = NEVER;
    for (const i of this.members[from]!) {
      const now = this.worthAt(i, from);
      this.better(from, settled.out, -now, i);
      for (let edge = start[i]!; edge < start[i + 1]!; edge++) {
        const to = mentor[edge]!;
        if (settled.capacity[to] !== 0) this.better(from, to, settled.worth[edge]! - now, i);
      }
    }
    gain[from * size + from] = NEVER;
    mover[from * size + from] = -1;
  }

  private better(from: number, to: number, gain: number, mentee: number): void {
    const cell = to * this.size + from;
    if (gain <= this.gain[cell]!) return;
    this.gain[cell] = gain;
    this.mover[cell] = mentee;
  }

  /** What a mother is worth where she is; 0 without a mentor. */
  private worthAt(mentee: number, place: number): number {
    if (place === this.settled.out) return 0;
    const { start, mentor } = this.settled.pairs;
    let [low, high] = [start[mentee]!, start[mentee + 1]! - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (mentor[middle]! < place) low = middle + 1;
      else high = middle;
    }
    return this.settled.worth[low]!;
  }
}
