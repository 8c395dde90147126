import { between, brings, fits, holds } from './circle.ts';
import type { Seats } from './seats.ts';
import { PARTED } from './table.ts';

/**
 * Single steps between circles that stand: somebody comes in, goes elsewhere, changes places with another, or gives her
 * place to one who waits. A step is taken only if every rule still holds after it.
 */
export class Steps {
  constructor(
    private readonly seats: Seats,
    private readonly roll: () => number,
  ) {}

  /** One step proposed by chance; taken if it is better, or by as little worse as the heat allows. */
  propose(heat: number): void {
    const { circles, table, at } = this.seats;
    if (circles.length === 0) return;
    const member = Math.floor(this.roll() * table.size);
    const to = Math.floor(this.roll() * circles.length);
    const from = at[member]!;
    if (from === to || !fits(table, circles[to]!, member)) return;
    const { members } = circles[to]!;
    const { lower, upper } = table.rules;
    const isFree = members.length < upper && (from < 0 || circles[from]!.members.length > lower);
    if (isFree && this.roll() < 0.5) this.move(member, from, to, heat);
    else this.swap(member, from, { to, other: members[Math.floor(this.roll() * members.length)]! }, heat);
  }

  /** Somebody gives up her seat: rarely better, but she may be what keeps others out. */
  leave(heat: number): void {
    const { circles, table, at } = this.seats;
    const member = Math.floor(this.roll() * table.size);
    const from = at[member]!;
    if (from < 0 || circles[from]!.members.length <= table.rules.lower) return;
    const by = -brings(table, circles[from]!, member);
    if (!this.mayTake(by, heat)) return;
    const rest = circles[from]!.members.filter((one) => one !== member);
    if (holds(table, circles[from]!, rest)) this.seats.reseat(from, rest, by);
  }

  private mayTake(by: number, heat: number): boolean {
    return by > 0 || (heat > 0 && by > heat * Math.log(this.roll()));
  }

  private move(member: number, from: number, to: number, heat: number): void {
    const { circles, table } = this.seats;
    const into = brings(table, circles[to]!, member);
    const out = from < 0 ? 0 : brings(table, circles[from]!, member);
    if (!this.mayTake(into - out, heat)) return;
    const full = [...circles[to]!.members, member];
    const rest = from < 0 ? [] : circles[from]!.members.filter((one) => one !== member);
    if (!holds(table, circles[to]!, full) || (from >= 0 && !holds(table, circles[from]!, rest))) return;
    if (from >= 0) this.seats.reseat(from, rest, -out);
    this.seats.reseat(to, full, into);
  }

  private swap(
    member: number,
    from: number,
    { to, other }: { to: number; other: number },
    heat: number,
  ): void {
    const { circles, table } = this.seats;
    if (from >= 0 && !fits(table, circles[from]!, other)) return;
    const there = circles[to]!;
    const inTo = brings(table, there, member, other) - brings(table, there, other);
    if (inTo === Number.NEGATIVE_INFINITY) return;
    const here = from < 0 ? null : circles[from]!;
    const inFrom = here === null ? 0 : brings(table, here, other, member) - brings(table, here, member);
    if (!this.mayTake(inTo + inFrom, heat)) return;
    const full = there.members.map((one) => (one === other ? member : one));
    const rest = here?.members.map((one) => (one === member ? other : one)) ?? null;
    if (!holds(table, there, full) || (here && !holds(table, here, rest!))) return;
    if (here) this.seats.reseat(from, rest!, inFrom);
    this.seats.reseat(to, full, inTo);
  }

  /** Two who brought a third: for a seat that is asked for by nobody alone. */
  pair(heat: number): void {
    const { circles, table, at } = this.seats;
    if (circles.length === 0) return;
    const one = Math.floor(this.roll() * table.size);
    const two = Math.floor(this.roll() * table.size);
    const to = Math.floor(this.roll() * circles.length);
    const circle = circles[to]!;
    if (one === two || at[one]! >= 0 || at[two]! >= 0 || circle.members.length + 2 > table.rules.upper)
      return;
    if (!fits(table, circle, one) || !fits(table, circle, two)) return;
    const both = between(table, circle.way, one, two);
    if (both === PARTED) return;
    const by = brings(table, circle, one) + brings(table, circle, two) + both;
    const full = [...circle.members, one, two];
    if (this.mayTake(by, heat) && holds(table, circle, full)) this.seats.reseat(to, full, by);
  }
}
