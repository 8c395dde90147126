import { settleDense, squareSide } from './dense-square.ts';
import type { Market, Settlement } from './market.ts';
import { settleByAuction } from './sparse-auction.ts';
import { settleByPaths } from './sparse-paths.ts';

/** Paths may look at every edge so many times before the auction is sure to be quicker. */
const PATIENCE = 12;

/** The best taking of a market by whichever way measures quickest on its kind (docs/decisions/0045). */
export function settle(market: Market, progress?: (done: number) => void): Settlement {
  const side = squareSide(market);
  if (side !== null) return settleDense(market, side, progress);
  return (
    settleByPaths(market, PATIENCE * market.column.length, progress) ??
    settleByAuction(market, progress) ??
    settleByPaths(market, Number.POSITIVE_INFINITY, progress)!
  );
}
