import { type Circle, type Setting, worthOf } from './circle.ts';
import type { Table } from './table.ts';

/** Who sits where and who leads what. Circles are whole at every moment: nothing here is ever against a rule. */
export class Seats {
  circles: Circle[] = [];
  /** The circle of each member; -1: she waits. */
  readonly at: Int32Array;
  /** How many more circles each would lead, and at which squares of the week she already does. */
  private readonly left: Int32Array;
  private readonly busy: Int32Array;
  total = 0;

  constructor(readonly table: Table) {
    this.at = new Int32Array(table.size).fill(-1);
    this.left = Int32Array.from(table.theirs, ({ facilitator }) => facilitator.circlesLeft);
    this.busy = new Int32Array(table.theirs.length);
  }

  waiting(): number[] {
    const waiting: number[] = [];
    this.at.forEach((circle, member) => {
      if (circle < 0) waiting.push(member);
    });
    return waiting;
  }

  hasRoom(lead: number): boolean {
    return this.left[lead]! > 0;
  }

  /** Squares at which she could lead one more. */
  hoursOf(lead: number): number {
    return this.table.theirs[lead]!.free & ~this.busy[lead]!;
  }

  open(circle: Circle): void {
    for (const lead of circle.team) this.book(lead, circle);
    for (const member of circle.members) this.at[member] = this.circles.length;
    this.circles.push(circle);
    this.total += worthOf(this.table, circle);
  }

  close(index: number): Circle {
    const circle = this.circles[index]!;
    this.total -= worthOf(this.table, circle);
    for (const member of circle.members) this.at[member] = -1;
    for (const lead of circle.team) {
      this.left[lead]! += 1;
      this.busy[lead]! &= ~(1 << circle.slot);
    }
    const last = this.circles.pop()!;
    if (last !== circle) {
      this.circles[index] = last;
      for (const member of last.members) this.at[member] = index;
    }
    return circle;
  }

  /** One more to lead a circle that is there. */
  join(lead: number, circle: Circle): void {
    this.book(lead, circle);
    circle.team = [...circle.team, lead].sort((a, b) => a - b);
  }

  private book(lead: number, { slot }: Setting): void {
    this.left[lead]! -= 1;
    this.busy[lead]! |= 1 << slot;
  }

  /** Members of one circle as they shall be, with what that changes. */
  reseat(index: number, members: number[], by: number): void {
    const circle = this.circles[index]!;
    for (const member of circle.members) if (this.at[member] === index) this.at[member] = -1;
    for (const member of members) this.at[member] = index;
    circle.members = members;
    this.total += by;
  }

  /** As it is now, to be put back. */
  kept(): Circle[] {
    return this.circles.map((circle) => ({ ...circle, members: [...circle.members] }));
  }

  putBack(circles: readonly Circle[]): void {
    while (this.circles.length > 0) this.close(this.circles.length - 1);
    for (const circle of circles) this.open({ ...circle, members: [...circle.members] });
  }
}
