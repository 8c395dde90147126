import { describe, expect, it } from 'vitest';
import { type Case, recordedCases, rfcCases } from './cases/index.ts';
import { expand } from './index.ts';

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
});
