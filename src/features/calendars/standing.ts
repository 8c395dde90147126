import { expand, instantOf, type Series, splitAt, wallMs } from '../../platform/recurrence/index.ts';
import type { Occurrence } from '../gatherings/index.ts';
import { nameAt } from './series.ts';

export interface Standing {
  series: Series;
  /** Times that no rule puts where they are: each is an event by itself. */
  strays: Occurrence[];
}

/** Of a series nobody lists more. */
const MOST = 1000;

/**
 * A series as far as its times really stand in their table. What a changed rule would say of the past never happened: the
 * series begins with the first time it really has, and leaves out what is not there.
 */
export function standingSeries(series: Series, times: Occurrence[] | null): Standing {
  if (!times) return { series, strays: [] };
  const put = times.map(({ recursAt }) => +recursAt);
  const [first, last] = [Math.min(...put), Math.max(...put)];
  const named =
    put.length > 0 ? expand(series, { from: new Date(first), to: new Date(last + 1), atMost: MOST }) : [];
  const [begins] = named;
  if (!begins) return { series, strays: times };
  const early = instantOf(wallMs(series.start), series.zone) < +begins.starts;
  const real = (early && splitAt(series, begins.wall).after) || series;
  const there = new Set(put);
  const missing = named.filter(({ starts }) => !there.has(+starts)).map(({ starts }) => nameAt(real, starts));
  const ruled = new Set(named.map(({ starts }) => +starts));
  return {
    series: missing.length > 0 ? { ...real, except: [...(real.except ?? []), ...missing] } : real,
    strays: times.filter(({ recursAt }) => !ruled.has(+recursAt)),
  };
}
