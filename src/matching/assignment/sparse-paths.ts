import { byColumn, type Market, OUT, type Settlement } from './market.ts';
import { Search } from './path-search.ts';

/**
 * The best taking by shortest augmenting paths: each row in turn goes to the nearest free place, moving others on the
 * way, distances being what prices leave over (Jonker and Volgenant 1987, for few edges and with capacities). Null when
 * that would look at more than `patience` edges: where places are scarce, paths grow as long as the market.
 */
export function settleByPaths(
  market: Market,
  patience = Number.POSITIVE_INFINITY,
  progress = (_done: number): void => {},
): Settlement | null {
  return market.mustFill ? filled(market, patience, progress) : taken(market, patience, progress);
}

function taken(market: Market, patience: number, progress: (done: number) => void): Settlement | null {
  const search = new Search({ ...market, supply: new Int32Array(market.rows).fill(1) });
  if (!search.run(patience, progress)) return null;
  const at = new Int32Array(market.rows).fill(OUT);
  search.each((row, column) => {
    at[row] = column;
  });
  return { at, level: search.level, price: search.price };
}

/** Where all places must be taken the columns go out and look for rows instead. */
function filled(market: Market, patience: number, progress: (done: number) => void): Settlement | null {
  const { start, row, worth } = byColumn(market);
  const search = new Search({
    rows: market.columns,
    columns: market.rows,
    start,
    column: row,
    worth,
    supply: market.capacity,
    capacity: new Int32Array(market.rows).fill(1),
    mayStayOut: false,
  });
  if (!search.run(patience, progress)) return null;
  const at = new Int32Array(market.rows).fill(OUT);
  search.each((column, taker) => {
    at[taker] = column;
  });
  return { at, level: search.price, price: search.level };
}
