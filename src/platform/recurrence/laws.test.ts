import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expand,
  nextOf,
  type Occurrence,
  parseRule,
  type RecurrenceError,
  ruleText,
  type Series,
  splitAt,
  untilBefore,
} from './index.ts';

const ZONES = [
  'America/Chicago',
  'America/Mexico_City',
  'Europe/Madrid',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
];
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const rules = fc.oneof(
  fc.subarray(DAYS).map((days) => `FREQ=WEEKLY${days.length > 0 ? `;BYDAY=${days}` : ''}`),
  fc
    .constantFrom(...DAYS)
    .chain((day) => fc.constantFrom(1, 2, 4, -1).map((n) => `FREQ=MONTHLY;BYDAY=${n}${day}`)),
  fc.constantFrom(
    'FREQ=DAILY',
    'FREQ=MONTHLY',
    'FREQ=DAILY;BYHOUR=1,2,3',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  ),
  fc
    .integer({ min: -31, max: 31 })
    .filter((day) => day !== 0)
    .map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`),
);
const series: fc.Arbitrary<Series> = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    day: fc.integer({ min: 0, max: 700 }),
    hour: fc.constantFrom('00:15', '01:30', '02:15', '02:30', '10:00', '23:45'),
    rule: rules,
    interval: fc.integer({ min: 1, max: 3 }),
    end: fc.constantFrom('', ';COUNT=9', ';UNTIL=20270401T070000Z'),
  })
  .map(({ zone, day, hour, rule, interval, end }) => ({
    start: `${new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)}T${hour}`,
    zone,
    rule: `${rule};INTERVAL=${interval}${end}`,
    lasts: { minutes: 90 },
  }));
const from = new Date('2025-12-30T00:00:00Z');
const to = new Date('2028-06-01T00:00:00Z');
const whole = (one: Series, window = { from, to }) => expand(one, { ...window, atMost: 3000 });
const instants = (found: Occurrence[]) => found.map(({ starts }) => +starts);
const law = <T>(given: fc.Arbitrary<T>, holds: (value: T) => void) =>
  fc.assert(fc.property(given, holds), { numRuns: 25 });

describe('every series', () => {
  it('goes forward, and shows the hour that its rule names but where the clocks skip it', () => {
    law(series, (one) => {
      const found = whole(one);
      const times = instants(found);
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
      const clock = new Intl.DateTimeFormat('en-GB', {
        timeZone: one.zone,
        hour: '2-digit',
        minute: '2-digit',
      });
      const kept = found.filter(({ starts, wall }) => clock.format(starts) === wall.slice(11, 16));
      expect(kept.length).toBeGreaterThanOrEqual(found.length - 6);
      for (const { starts, ends } of found) expect(+ends - +starts).toBe(90 * 60_000);
    });
  });

  it('is the same however the time is cut', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: +from, max: +to }), { maxLength: 5 });
    law(fc.tuple(series, cuts), ([one, some]) => {
      const edges = [+from, ...some.sort((a, b) => a - b), +to];
      const pieces = edges
        .slice(1)
        .flatMap((end, n) => whole(one, { from: new Date(edges[n]!), to: new Date(end) }));
      expect(pieces).toEqual(whole(one));
    });
  });

  it('cut in two before any of its own happens as it did', () => {
    law(fc.tuple(series, fc.nat()), ([one, which]) => {
      const found = whole(one);
      const cut = found[which % found.length]!;
      const [left, gone] = [
        found.at(-1)!,
        { ...one, extra: ['2027-05-05T05:05'], except: [found.at(-1)!.wall] },
      ];
      const { before, after } = splitAt(gone, cut.wall);
      const halves = [...(before ? whole(before) : []), ...(after ? whole(after) : [])];
      // Both halves have a first of their own, which a rule may leave out and a list may not.
      expect(instants(halves).filter((time) => time !== +left.starts)).toEqual(
        instants(whole(gone)).filter((time) => time !== +left.starts),
      );
      if (+cut.starts > +found[0]!.starts) {
        const last = whole({ ...one, rule: untilBefore(one.rule!, cut.starts) }).at(-1)!;
        expect(+last.starts).toBeLessThan(+cut.starts);
        expect(nextOf(one, last.starts)).toEqual(cut);
      }
    });
  });

  it('has a rule that is the same when read again', () => {
    law(series, ({ rule }) => {
      const read = parseRule(rule!);
      if (!read.ok) throw new Error(read.problem.code);
      expect(parseRule(ruleText(read.rule))).toEqual(read);
    });
  });
});

describe('a rule that is no rule', () => {
  it('is refused by what is wrong with it', () => {
    const wrong: [string, string, string][] = [
      ['', 'not-a-part', ''],
      ['FREQ=FORTNIGHTLY', 'bad-value', 'FREQ'],
      ['BYDAY=MO', 'no-frequency', 'FREQ'],
      ['FREQ=SECONDLY', 'too-often', 'FREQ'],
      [
        `FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=${Array.from({ length: 60 }, (_, n) => n)}`,
        'too-often',
        'BYMINUTE',
      ],
      ['FREQ=DAILY;FREQ=DAILY', 'repeated-part', 'FREQ'],
      ['FREQ=DAILY;BYMOON=FULL', 'unknown-part', 'BYMOON'],
      ['FREQ=DAILY;INTERVAL=0', 'bad-value', 'INTERVAL'],
      ['FREQ=DAILY;COUNT=1000000', 'bad-value', 'COUNT'],
      ['FREQ=DAILY;COUNT=3;UNTIL=20270101', 'not-together', 'UNTIL'],
      ['FREQ=DAILY;UNTIL=20270231T100000Z', 'bad-value', 'UNTIL'],
      ['FREQ=WEEKLY;BYDAY=2TU', 'not-together', 'BYDAY'],
      ['FREQ=MONTHLY;BYDAY=6TU', 'not-together', 'BYDAY'],
      ['FREQ=MONTHLY;BYDAY=0TU', 'bad-value', 'BYDAY'],
      ['FREQ=WEEKLY;BYMONTHDAY=3', 'not-together', 'BYMONTHDAY'],
      ['FREQ=MONTHLY;BYSETPOS=1', 'not-together', 'BYSETPOS'],
      [`FREQ=DAILY;BYDAY=${'MO,'.repeat(300)}MO`, 'too-long', ''],
    ];
    for (const [rule, code, part] of wrong)
      expect(parseRule(rule), rule).toEqual({ ok: false, problem: { code, part } });
  });

  it('made to hang a server is over at once, however it hides that it never happens', () => {
    const hostile = [
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=MINUTELY;INTERVAL=60;BYMINUTE=7',
      'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6',
      'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300',
      'FREQ=HOURLY;BYMINUTE=1,2,3,4,5,6,7,8,9,10,11,12,13;BYSETPOS=14',
      'FREQ=MINUTELY',
      'FREQ=YEARLY;INTERVAL=10000',
    ];
    const wide = { from: new Date(0), to: new Date('9999-01-01T00:00Z'), atMost: 2 };
    for (const rule of hostile) {
      const begun = process.cpuUsage().user;
      try {
        expand({ start: '2006-01-05T10:00', zone: 'America/Chicago', rule, lasts: {} }, wide);
      } catch (error) {
        expect((error as RecurrenceError).code, rule).toBe('too-much-work');
      }
      // Its own work, whatever else the machine does; without limits each of these takes minutes.
      expect(process.cpuUsage().user - begun, rule).toBeLessThan(2_000_000);
    }
  });
});
