import type { Circles } from './circles.ts';

/** Who moves where; `by` is what the total changes by. One record is used again and again: no garbage in the hot loop. */
export class Steps {
  count = 0;
  by = 0;
  readonly member = new Int32Array(3);
  readonly to = new Int32Array(3);

  constructor(private readonly circles: Circles) {}

  /** One member goes to another circle. False if bounds forbid it. */
  insert(member: number, to: number): boolean {
    const { circles } = this;
    const from = circles.at[member]!;
    const weight = circles.problem.weight[member]!;
    if (!circles.mayEnter(to, weight) || !circles.mayLeave(from, weight)) return false;
    this.by = circles.pull(member, to) - circles.pull(member, from);
    this.note(member, to, 0);
    return true;
  }

  /** Two members change places. */
  swap(one: number, other: number): boolean {
    const { circles } = this;
    const [a, b] = [circles.at[one]!, circles.at[other]!];
    const more = circles.problem.weight[other]! - circles.problem.weight[one]!;
    if (!circles.mayChange(a, more) || !circles.mayChange(b, -more)) return false;
    const real = (a === circles.waiting ? 0 : 1) + (b === circles.waiting ? 0 : 1);
    this.by =
      circles.pull(one, b) -
      circles.pull(one, a) +
      circles.pull(other, a) -
      circles.pull(other, b) -
      real * circles.affinity(one, other);
    this.note(one, b, 0);
    this.note(other, a, 1);
    return true;
  }

  /** Two of one circle change places with one of another. */
  exchange(one: number, two: number, other: number): boolean {
    const { circles } = this;
    const { weight } = circles.problem;
    const [a, b] = [circles.at[one]!, circles.at[other]!];
    const more = weight[other]! - weight[one]! - weight[two]!;
    if (!circles.mayChange(a, more) || !circles.mayChange(b, -more)) return false;
    const among = circles.affinity(one, two) - circles.affinity(one, other) - circles.affinity(two, other);
    this.by =
      circles.pull(one, b) +
      circles.pull(two, b) +
      circles.pull(other, a) -
      circles.pull(one, a) -
      circles.pull(two, a) -
      circles.pull(other, b) +
      2 * among;
    this.note(one, b, 0);
    this.note(two, b, 1);
    this.note(other, a, 2);
    return true;
  }

  take(): void {
    for (let each = 0; each < this.count; each++) this.circles.move(this.member[each]!, this.to[each]!);
  }

  private note(member: number, to: number, at: number): void {
    this.member[at] = member;
    this.to[at] = to;
    this.count = at + 1;
  }
}
