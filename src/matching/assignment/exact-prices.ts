import { type Market, OUT } from './market.ts';
import type { Owners } from './owners.ts';
import { circleIn, moveOn, NOBODY } from './price-circles.ts';
import { Turns } from './turns.ts';
import { greatest } from './units.ts';

/** Who is where, to be proven best or made so. */
export interface Taking {
  at: Int32Array;
  /** What a row's place is worth to it. */
  own: Float64Array;
  owners: Owners;
  price: Float64Array;
}

/**
 * Prices at which where everybody is now is best for everybody, to the last digit; null when there are none, for then
 * some circle of rows would gain by moving on. Starting from those given, prices are raised wherever a row would
 * rather be elsewhere (a label-correcting search for longest paths): that ends, or a circle shows among those who raised
 * whom. What it costs to stay out, or to leave a place free, is raised with the rest and taken off at the end.
 * With `circles` so many of them are moved on as they show, and the search goes on.
 */
export function exactPrices(market: Market, taking: Taking, circles = 0): Float64Array | null {
  return new Raising(market, taking).run(circles);
}

class Raising {
  private readonly price: Float64Array;
  /** What staying out, or a free place, would cost as prices are raised. */
  private out = 0;
  private outRaised = false;
  /** Which column, or staying out, raised each, and for whom; no row where a place left moved. */
  private readonly raisedBy: Int32Array;
  private readonly raisedFor: Int32Array;
  private readonly turns: Turns;
  private raises = 0;
  /** Below this a gain is rounding. */
  private readonly least: number;

  constructor(
    private readonly market: Market,
    private readonly taking: Taking,
  ) {
    const { whole, columns } = market;
    this.price = whole ? taking.price.map(Math.round) : taking.price.slice();
    this.raisedBy = new Int32Array(columns + 1).fill(-1);
    this.raisedFor = new Int32Array(columns + 1);
    this.turns = new Turns(columns);
    const most = this.price.reduce((top, price) => Math.max(top, Math.abs(price)), greatest(market.worth));
    this.least = whole ? 0 : most * 2 ** -50;
  }

  run(circles: number): Float64Array | null {
    const { columns, mustFill } = this.market;
    this.startOver();
    for (let left = circles; this.turns.size > 0 || this.outRaised; ) {
      if (this.turns.size > 0) this.raiseFrom(this.turns.next());
      else this.raiseOverOut();
      if (this.raises <= columns) continue;
      this.raises = 0;
      const circle = circleIn(this.raisedBy);
      if (circle === null) continue;
      if (left-- === 0) return null;
      moveOn(this.market, this.taking, circle, this.raisedFor);
      this.startOver();
    }
    const { owners } = this.taking;
    return this.price.map((price, j) => {
      if (mustFill) return price - this.out;
      // Beyond rounding that is so already.
      return owners.isFull(j) ? Math.max(0, price - this.out) : 0;
    });
  }

  private startOver(): void {
    this.raisedBy.fill(-1);
    for (let j = 0; j < this.market.columns; j++) this.turns.add(j);
    this.raiseOverOut();
  }

  /** Whoever holds a place of this column must want no other more. */
  private raiseFrom(k: number): void {
    const { start, column, worth, mayStayOut, mustFill } = this.market;
    const { owners, own } = this.taking;
    const { price, least } = this;
    if (!mustFill && !owners.isFull(k)) this.raiseOut(price[k]!, k, NOBODY);
    const first = owners.slot[k]!;
    for (let place = first; place < first + owners.held[k]!; place++) {
      const i = owners.owner[place]!;
      const base = price[k]! - own[i]!;
      if (mayStayOut) this.raiseOut(base, k, i);
      const end = start[i + 1]!;
      for (let edge = start[i]!; edge < end; edge++) {
        const j = column[edge]!;
        if (base + worth[edge]! > price[j]! + least && j !== k) this.raise(j, base + worth[edge]!, k, i);
      }
    }
  }

  private raise(j: number, price: number, by: number, row: number): void {
    this.price[j] = price;
    this.raisedBy[j] = by;
    this.raisedFor[j] = row;
    this.raises += 1;
    this.turns.add(j);
  }

  private raiseOut(cost: number, by: number, row: number): void {
    if (cost <= this.out + this.least) return;
    this.out = cost;
    this.outRaised = true;
    this.raisedBy[this.market.columns] = by;
    this.raisedFor[this.market.columns] = row;
    this.raises += 1;
  }

  /** Whoever is out must want no place, and no place may cost less than to leave it free. */
  private raiseOverOut(): void {
    const { rows, columns, start, column, worth, mustFill } = this.market;
    this.outRaised = false;
    for (let i = 0; i < rows; i++) {
      if (this.taking.at[i] !== OUT) continue;
      for (let edge = start[i]!; edge < start[i + 1]!; edge++) {
        const cost = worth[edge]! + this.out;
        if (cost > this.price[column[edge]!]! + this.least) this.raise(column[edge]!, cost, columns, i);
      }
    }
    if (mustFill) return;
    for (let j = 0; j < columns; j++)
      if (this.price[j]! < this.out - this.least) this.raise(j, this.out, columns, NOBODY);
  }
}
