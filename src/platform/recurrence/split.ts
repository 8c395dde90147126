import { expand } from './expand.ts';
import { ruleText } from './rule.ts';
import { readRule, type Series } from './series.ts';
import { instantOf, wallMs, wallText } from './wall.ts';

/** The same rule, over before a moment: nothing of it happens then or later. */
export function untilBefore(rule: string, moment: Date): string {
  const last = wallText(+moment - 1000).replaceAll(/[-:]/g, '');
  return ruleText({ ...readRule(rule), end: { until: `${last}Z` } });
}

/**
 * A series cut in two before an occurrence, "this and following": what was to come is shared out, so that the halves
 * together happen exactly when the whole did. Null is a half in which nothing is left.
 */
export function splitAt(series: Series, wall: string): { before: Series | null; after: Series | null } {
  const { zone, rule, extra = [], except = [] } = series;
  const cut = instantOf(wallMs(wall), zone);
  const instant = (one: string) => instantOf(wallMs(one), zone);
  const before = {
    ...series,
    rule: rule ? untilBefore(rule, new Date(cut)) : null,
    extra: extra.filter((one) => instant(one) < cut),
    except: except.filter((one) => instant(one) < cut),
  };
  const after = following(
    { ...series, extra: [], except: [] },
    cut,
    extra.filter((one) => instant(one) >= cut),
  );
  const left = except.filter((one) => instant(one) >= cut);
  return { before: instant(series.start) < cut ? before : null, after: after && { ...after, except: left } };
}

// It begins where the rule next falls: from a date that came on top, the rule would count its weeks anew.
function following(series: Series, cut: number, extra: string[]): Series | null {
  const { rule } = series;
  const [next] = expand(series, { from: new Date(cut), to: new Date(cut + FIFTY_YEARS), atMost: 1 });
  if (next) return { ...series, start: next.wall, rule: rule ? remaining(series, rule, cut) : null, extra };
  const [first, ...others] = [...extra].sort();
  return first ? { ...series, start: first, rule: null, extra: others } : null;
}

function remaining(series: Series, rule: string, cut: number): string {
  const { end, ...read } = readRule(rule);
  if (!end || 'until' in end) return rule;
  const first = new Date(instantOf(wallMs(series.start), series.zone));
  const gone = expand(series, { from: first, to: new Date(cut), atMost: end.count }).length;
  return ruleText({ ...read, end: { count: end.count - gone } });
}

const FIFTY_YEARS = 18_263 * 86_400_000;
