import type { Auction } from './auction.ts';
import { type Market, OUT } from './market.ts';
import { Turns } from './turns.ts';

/**
 * Prices at which where everybody is now is best for everybody, to the last digit; null when there are none, for then
 * some circle of rows would gain by moving on. Starting from the auction's, prices are raised wherever a row would
 * rather be elsewhere (a label-correcting search for longest paths): that ends, or a circle shows among those who raised
 * whom. What it costs to stay out, or to leave a place free, is raised with the rest and taken off at the end.
 */
export function exactPrices(market: Market, auction: Auction): Float64Array | null {
  return new Raising(market, auction).run();
}

class Raising {
  private readonly price: Float64Array;
  /** What staying out, or a free place, would cost as prices are raised. */
  private out = 0;
  private outRaised = false;
  private readonly raisedBy: Int32Array;
  private readonly turns: Turns;
  private raises = 0;
  /** Below this a gain is rounding. */
  private readonly least: number;

  constructor(
    private readonly market: Market,
    private readonly auction: Auction,
  ) {
    const { whole, columns } = market;
    this.price = whole ? auction.price.map(Math.round) : auction.price.slice();
    this.raisedBy = new Int32Array(columns + 1).fill(-1);
    this.turns = new Turns(columns);
    const most = this.price.reduce((top, price) => Math.max(top, Math.abs(price)), auction.spread);
    this.least = whole ? 0 : most * 2 ** -48;
  }

  run(): Float64Array | null {
    const { columns } = this.market;
    this.raiseOverOut();
    for (let j = 0; j < columns; j++) this.turns.add(j);
    while (this.turns.size > 0 || this.outRaised) {
      if (this.turns.size > 0) this.raiseFrom(this.turns.next());
      else this.raiseOverOut();
      if (this.raises <= columns) continue;
      this.raises = 0;
      if (this.isCircular()) return null;
    }
    return this.price.map((price) => price - this.out);
  }

  /** Whoever holds a place of this column must want no other more. */
  private raiseFrom(k: number): void {
    const { start, column, worth, mayStayOut, mustFill } = this.market;
    const { owners, own } = this.auction;
    const { price, least } = this;
    if (!mustFill && !owners.isFull(k)) this.raiseOut(price[k]!, k);
    const first = owners.slot[k]!;
    for (let place = first; place < first + owners.held[k]!; place++) {
      const i = owners.owner[place]!;
      const base = price[k]! - own[i]!;
      if (mayStayOut) this.raiseOut(base, k);
      const end = start[i + 1]!;
      for (let edge = start[i]!; edge < end; edge++) {
        const j = column[edge]!;
        if (base + worth[edge]! > price[j]! + least && j !== k) this.raise(j, base + worth[edge]!, k);
      }
    }
  }

  private raise(j: number, price: number, by: number): void {
    this.price[j] = price;
    this.raisedBy[j] = by;
    this.raises += 1;
    this.turns.add(j);
  }

  private raiseOut(cost: number, by: number): void {
    if (cost <= this.out + this.least) return;
    this.out = cost;
    this.outRaised = true;
    this.raisedBy[this.market.columns] = by;
    this.raises += 1;
  }

  /** Whoever is out must want no place, and no place may cost less than to leave it free. */
  private raiseOverOut(): void {
    const { rows, columns, start, column, worth, mustFill } = this.market;
    this.outRaised = false;
    for (let i = 0; i < rows; i++) {
      if (this.auction.at[i] !== OUT) continue;
      for (let edge = start[i]!; edge < start[i + 1]!; edge++) {
        const cost = worth[edge]! + this.out;
        if (cost > this.price[column[edge]!]! + this.least) this.raise(column[edge]!, cost, columns);
      }
    }
    if (mustFill) return;
    for (let j = 0; j < columns; j++)
      if (this.price[j]! < this.out - this.least) this.raise(j, this.out, columns);
  }

  private isCircular(): boolean {
    const seen = new Int32Array(this.raisedBy.length);
    for (let start = 0; start < seen.length; start++) {
      let at = start;
      while (at >= 0 && seen[at] === 0) {
        seen[at] = start + 1;
        at = this.raisedBy[at]!;
      }
      if (at >= 0 && seen[at] === start + 1) return true;
    }
    return false;
  }
}
