import { type ByColumn, byColumn, type Market, OUT } from './market.ts';
import { Owners } from './owners.ts';
import { Turns } from './turns.ts';

/** Neither out nor placed: it will bid. */
const BIDDING = -2;

/**
 * Bertsekas' auction (1988) with places of the same kind (Bertsekas and Castañon 1989) and with both sides asking: rows
 * bid prices up, columns with places left call them down. After `round(step)` nobody would gain more than the step by
 * going elsewhere, so that the whole is within rows × step of the best. Rounds of shrinking steps keep prices.
 */
export class Auction {
  readonly at: Int32Array;
  /** What a row's place is worth to it. */
  readonly own: Float64Array;
  readonly price: Float64Array;
  readonly owners: Owners;
  readonly spread: number;
  private readonly bid: Float64Array;
  private readonly theirs: ByColumn;
  private readonly bidders: Turns;
  private readonly callers: Turns;

  constructor(private readonly market: Market) {
    const { rows, columns, capacity } = market;
    this.at = new Int32Array(rows).fill(BIDDING);
    this.own = new Float64Array(rows);
    this.price = new Float64Array(columns);
    this.bid = new Float64Array(rows);
    this.theirs = byColumn(market);
    const { start } = this.theirs;
    // One more than can be taken: a column that cannot be full must not look so, for then it would have a price.
    const room = capacity.map((places, j) => Math.min(places, start[j + 1]! - start[j]! + 1));
    this.owners = new Owners(room, this.bid);
    this.spread = spreadOf(market);
    this.bidders = new Turns(rows);
    this.callers = new Turns(columns);
  }

  round(step: number): void {
    this.open(step);
    while (this.bidders.size > 0) this.bidFor(this.bidders.next(), step);
    for (let j = 0; j < this.market.columns; j++) if (this.wants(j)) this.callers.add(j);
    while (this.callers.size > 0) {
      const column = this.callers.next();
      while (this.wants(column) && this.call(column, step));
    }
  }

  /** Who is within the new step of her best stays; the others bid. */
  private open(step: number): void {
    const { rows, start, column, worth, mayStayOut, columns } = this.market;
    this.owners.held.fill(0);
    for (let i = 0; i < rows; i++) {
      const at = this.at[i]!;
      let best = mayStayOut ? 0 : Number.NEGATIVE_INFINITY;
      for (let edge = start[i]!; edge < start[i + 1]!; edge++) {
        const j = column[edge]!;
        const offer = worth[edge]! - this.price[j]!;
        if (j !== at && offer > best) best = offer;
      }
      const has = at >= 0 ? this.own[i]! - this.price[at]! : at === OUT ? 0 : Number.NEGATIVE_INFINITY;
      if (has >= best - step && has > Number.NEGATIVE_INFINITY) {
        if (at >= 0) this.take(i, at, this.price[at]! + Math.min(has - best, this.spread) + step);
      } else {
        this.at[i] = BIDDING;
        this.bidders.add(i);
      }
    }
    for (let j = 0; j < columns; j++) this.raise(j);
  }

  private bidFor(i: number, step: number): void {
    const { start, column, worth, mayStayOut } = this.market;
    const { price } = this;
    let best = Number.NEGATIVE_INFINITY;
    let second = mayStayOut ? 0 : Number.NEGATIVE_INFINITY;
    let favourite = -1;
    for (let edge = start[i]!; edge < start[i + 1]!; edge++) {
      const j = column[edge]!;
      const offer = worth[edge]! - price[j]!;
      if (offer <= second && offer <= best) continue;
      if (offer > best) {
        if (best > second) second = best;
        best = offer;
        favourite = j;
        this.own[i] = worth[edge]!;
      } else second = offer;
    }
    if (mayStayOut && best <= 0) {
      this.at[i] = OUT;
      return;
    }
    this.at[i] = favourite;
    this.settle(i, favourite, price[favourite]! + Math.min(best - second, this.spread) + step);
  }

  private settle(i: number, j: number, bid: number): void {
    const { owners } = this;
    if (!owners.isFull(j)) {
      this.take(i, j, bid);
      this.raise(j);
      return;
    }
    this.bid[i] = bid;
    const first = owners.first(j);
    const loser = this.bid[first]! >= bid ? i : first;
    if (loser === first) owners.replaceFirst(j, i);
    this.at[loser] = BIDDING;
    this.bidders.add(loser);
    const least = Math.min(this.bid[owners.first(j)]!, loser === i ? bid : Number.POSITIVE_INFINITY);
    if (least > this.price[j]!) this.price[j] = least;
  }

  private take(i: number, j: number, bid: number): void {
    this.bid[i] = bid;
    this.owners.add(j, i);
  }

  /** A full column costs what the first to leave would still pay. */
  private raise(j: number): void {
    if (this.owners.room[j] === 0 || !this.owners.isFull(j)) return;
    const least = this.bid[this.owners.first(j)]!;
    if (least > this.price[j]!) this.price[j] = least;
  }

  /** A place left must be given away, or be free. */
  private wants(j: number): boolean {
    return !this.owners.isFull(j) && (this.market.mustFill || this.price[j]! > 0);
  }

  /** Lowers a column's price until one row more comes, or to 0; answers whether it may go on. */
  private call(j: number, step: number): boolean {
    const { start, row, worth } = this.theirs;
    const { mustFill } = this.market;
    let best = Number.NEGATIVE_INFINITY;
    let second = mustFill ? Number.NEGATIVE_INFINITY : 0;
    let dearest = -1;
    let its = 0;
    for (let edge = start[j]!; edge < start[j + 1]!; edge++) {
      const i = row[edge]!;
      const at = this.at[i]!;
      if (at === j) continue;
      const margin = worth[edge]! - (at >= 0 ? this.own[i]! - this.price[at]! : 0);
      if (margin <= second && margin <= best) continue;
      if (margin > best) {
        if (best > second) second = best;
        best = margin;
        dearest = i;
        its = worth[edge]!;
      } else second = margin;
    }
    if (!mustFill && best <= step) {
      this.price[j] = 0;
      return false;
    }
    const lower = Math.max(second, best - this.spread) - step;
    this.price[j] = Math.min(this.price[j]!, mustFill ? lower : Math.max(lower, 0));
    this.move(dearest, j, its);
    return true;
  }

  private move(i: number, j: number, worth: number): void {
    const before = this.at[i]!;
    if (before >= 0) {
      this.owners.remove(before, i);
      if (this.wants(before)) this.callers.add(before);
    }
    this.at[i] = j;
    this.own[i] = worth;
    this.take(i, j, this.price[j]!);
  }
}

/** How far worths lie apart, staying out among them. */
function spreadOf({ worth, mayStayOut }: Market): number {
  let least = mayStayOut ? 0 : Number.POSITIVE_INFINITY;
  let most = mayStayOut ? 0 : Number.NEGATIVE_INFINITY;
  for (let edge = 0; edge < worth.length; edge++) {
    const one = worth[edge]!;
    if (one < least) least = one;
    if (one > most) most = one;
  }
  return most > least ? most - least : 1;
}
