import { Auction } from './auction.ts';
import { exactPrices } from './exact-prices.ts';
import { levels, type Market, OUT, type Settlement } from './market.ts';
import { inWhole } from './units.ts';

/** By how much the step shrinks from round to round, and from when on it may be worth asking whether all is best. */
const SHRINK = 6;
const FINE = 50;
/** Below this share of the greatest price a step is lost in rounding. */
const FINEST = 2 ** -44;
/** So many circles are left by rounding at most, or rounding lost what tells the scores apart. */
const CIRCLES = 64;

/**
 * The best taking by an auction in rounds of ever finer steps. After each of the later ones exact prices are asked for;
 * once there are some, all is proven best, mostly long before steps are so fine that it had to be. Null when they get
 * too fine for doubles before that.
 *
 * Steps among doubles of very different size need not end: these are counted in whole numbers first, as fine as sums
 * allow. That leaves next to nothing to set right when prices are then asked for in doubles.
 */
export function settleByAuction(market: Market, progress = (_done: number): void => {}): Settlement | null {
  if (market.whole) {
    const found = proven(market, progress);
    return found && { at: found.auction.at, level: levels(market, found.price), price: found.price };
  }
  const { worth, scale } = inWhole(market.worth, market.rows + market.columns);
  const found = proven({ ...market, worth, whole: true }, progress);
  if (!found) return null;
  const { at, owners } = found.auction;
  const taking = { at, owners, own: ownOf(market, at), price: found.price.map((one) => one / scale) };
  const price = exactPrices(market, taking, CIRCLES);
  return price && { at, level: levels(market, price), price };
}

function proven(
  market: Market,
  progress: (done: number) => void,
): { auction: Auction; price: Float64Array } | null {
  const auction = new Auction(market);
  const { spread } = auction;
  for (let step = spread / SHRINK, round = 1; ; step /= SHRINK, round++) {
    auction.round(step);
    progress(1 - 1 / (1 + round / 4));
    const price = step < spread / FINE ? exactPrices(market, auction) : null;
    if (price) return { auction, price };
    const most = auction.price.reduce((top, one) => Math.max(top, Math.abs(one)), spread);
    if (step < most * FINEST) return null;
  }
}

function ownOf({ rows, start, column, worth }: Market, at: Int32Array): Float64Array {
  const own = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    if (at[i] === OUT) continue;
    for (let edge = start[i]!; edge < start[i + 1]!; edge++)
      if (column[edge] === at[i]) own[i] = worth[edge]!;
  }
  return own;
}
