import { Auction } from './auction.ts';
import { exactPrices } from './exact-prices.ts';
import { levels, type Market, type Settlement } from './market.ts';

/** By how much the step shrinks from round to round, and from when on it may be worth asking whether all is best. */
const SHRINK = 6;
const FINE = 50;
/** Below this share of the greatest price a step is lost in rounding. */
const FINEST = 2 ** -44;

/**
 * The best taking by an auction in rounds of ever finer steps. After each of the later ones exact prices are asked for;
 * once there are some, all is proven best, mostly long before steps are so fine that it had to be. Null when they get
 * too fine for doubles before that.
 */
export function settleByAuction(market: Market, progress = (_done: number): void => {}): Settlement | null {
  const auction = new Auction(market);
  const { spread } = auction;
  for (let step = spread / SHRINK, round = 1; ; step /= SHRINK, round++) {
    auction.round(step);
    progress(1 - 1 / (1 + round / 4));
    const price = step < spread / FINE ? exactPrices(market, auction) : null;
    if (price) return { at: auction.at, level: levels(market, price), price };
    const most = auction.price.reduce((top, one) => Math.max(top, Math.abs(one)), spread);
    if (step < most * FINEST) return null;
  }
}
