import { RRule } from 'rrule';
import { describe, expect, it } from 'vitest';
import { type Case, recordedCases, rfcCases } from './cases/index.ts';
import { expand, instantOf, wallMs } from './index.ts';

const instants = ({ series, expected }: Case) => {
  const last = expected.at(-1) ?? 0;
  // A rule that ends must have ended: three years more are looked through.
  const to = new Date(last + (/COUNT|UNTIL/i.test(series.rule ?? '') ? 1100 * 86_400_000 : 1));
  return expand(series, { from: new Date(0), to, atMost: Math.max(expected.length, 50) }).map(({ starts }) =>
    starts.toISOString(),
  );
};
const moments = ({ expected }: Case) => expected.map((ms) => new Date(ms).toISOString());

describe('a series', () => {
  it('happens when the examples of RFC 5545 say', () => {
    expect(rfcCases().length).toBe(42);
    for (const one of rfcCases()) expect(instants(one), one.name).toEqual(moments(one));
  });

  it('happens when python-dateutil says', () => {
    expect(recordedCases().length).toBeGreaterThan(140);
    for (const one of recordedCases()) expect(instants(one), one.name).toEqual(moments(one));
  });

  // rrule.js walks by the day as well, and is nobody's relative of rrule-temporal.
  it('happens when rrule.js says, where that is right', () => {
    const cases = [...rfcCases(), ...recordedCases()].filter(
      ({ name, series }) => series.rule && !WRONG_IN_RRULE.has(name),
    );
    for (const one of cases) expect(byRRule(one), one.name).toEqual(moments(one));
    expect(cases.length).toBeGreaterThan(180);
  });
});

const WRONG_IN_RRULE = new Set([
  'two of five days in the week', // numbers the days left of the first week
  'an ordinal and a plain day together', // wants a day that is both
  'minutely by month day and hour', // leaves months out
  'daily, hours and minutes out of order', // says them out of order
]);

/** On the wall, by rrule.js; zones, UNTIL and single dates as the RFC says. */
function byRRule({ series, expected }: Case): string[] {
  const parts = series.rule!.toUpperCase().split(';');
  const until = parts.find((part) => part.startsWith('UNTIL='))?.slice(6);
  const options = RRule.parseString(parts.filter((part) => !part.startsWith('UNTIL=')).join(';'));
  const instant = (wall: string) => instantOf(wallMs(wall), series.zone);
  const found = new Set((series.extra ?? []).map(instant));
  new RRule({ ...options, dtstart: new Date(wallMs(series.start)) }).all((wall, n) => {
    const at = instantOf(+wall, series.zone);
    const isIn = until === undefined || at <= lastOf(until, series.zone);
    if (isIn) found.add(at);
    return isIn && n < expected.length + 30;
  });
  for (const wall of series.except ?? []) found.delete(instant(wall));
  const sorted = [...found].sort((one, other) => one - other).map((at) => new Date(at).toISOString());
  return /COUNT|UNTIL/i.test(series.rule!) ? sorted : sorted.slice(0, expected.length);
}

function lastOf(until: string, zone: string): number {
  const [, day, time = 'T235959', utc] = /^(\d{8})(T\d{6})?(Z)?$/.exec(until)!;
  const wall = `${day!.replace(/(....)(..)(..)/, '$1-$2-$3')}${time.replace(/T(..)(..)(..)/, 'T$1:$2:$3')}`;
  return utc ? wallMs(wall) : instantOf(wallMs(wall), zone);
}
