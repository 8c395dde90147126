import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextMeeting, type Rhythm, sameHour } from './meeting.ts';

const tuesdays: Rhythm = {
  weekday: 2,
  startTime: '19:00',
  minutes: 60,
  everyWeeks: 1,
  firstMeeting: null,
  timeZone: 'America/Chicago',
  createdAt: new Date('2026-01-05T12:00:00Z'),
};
const startOf = (rhythm: Partial<Rhythm>, now: string) =>
  nextMeeting({ ...tuesdays, ...rhythm }, new Date(now))?.start.toISOString();

describe('the next meeting', () => {
  test('is this week when it has not been yet', () => {
    expect(startOf({}, '2026-11-23T12:00:00Z')).toBe('2026-11-25T01:00:00.000Z');
  });

  test('is the one that is on, until it ends', () => {
    expect(startOf({}, '2026-11-25T01:59:00Z')).toBe('2026-11-25T01:00:00.000Z');
    expect(startOf({}, '2026-11-25T02:00:00Z')).toBe('2026-12-02T01:00:00.000Z');
  });

  test('keeps its hour on the wall when clocks go forward (8 March 2026)', () => {
    expect(startOf({}, '2026-03-02T12:00:00Z')).toBe('2026-03-04T01:00:00.000Z');
    expect(startOf({}, '2026-03-09T12:00:00Z')).toBe('2026-03-11T00:00:00.000Z');
  });

  test('keeps its hour on the wall when clocks go back (1 November 2026)', () => {
    expect(startOf({}, '2026-10-26T12:00:00Z')).toBe('2026-10-28T00:00:00.000Z');
    expect(startOf({}, '2026-11-02T12:00:00Z')).toBe('2026-11-04T01:00:00.000Z');
  });

  test('at an hour the change leaves out, begins in the hour after; at one that comes twice, in the first', () => {
    expect(startOf({ weekday: 7, startTime: '02:30' }, '2026-03-07T12:00:00Z')).toBe(
      '2026-03-08T08:30:00.000Z',
    );
    expect(startOf({ weekday: 7, startTime: '01:30' }, '2026-10-31T12:00:00Z')).toBe(
      '2026-11-01T06:30:00.000Z',
    );
  });

  test('every other week counts from the first meeting, across a change of clocks', () => {
    const fortnightly = { everyWeeks: 2, firstMeeting: '2026-10-20' };
    expect(startOf(fortnightly, '2026-10-22T12:00:00Z')).toBe('2026-11-04T01:00:00.000Z');
    expect(startOf(fortnightly, '2026-11-05T12:00:00Z')).toBe('2026-11-18T01:00:00.000Z');
  });

  test('is not before the first meeting', () => {
    expect(startOf({ firstMeeting: '2026-12-15' }, '2026-11-22T12:00:00Z')).toBe('2026-12-16T01:00:00.000Z');
  });

  test('runs past midnight and is still on', () => {
    expect(startOf({ startTime: '23:30', minutes: 90 }, '2026-11-25T06:30:00Z')).toBe(
      '2026-11-25T05:30:00.000Z',
    );
  });

  test('is none without a day or an hour', () => {
    expect(startOf({ weekday: null }, '2026-11-22T12:00:00Z')).toBeUndefined();
    expect(startOf({ startTime: null }, '2026-11-22T12:00:00Z')).toBeUndefined();
  });

  test('always falls on its weekday and hour, ends in the future, and is less than one period away', () => {
    const zones = ['America/Chicago', 'Pacific/Honolulu', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 5, max: 22 }), // clocks change at night
        fc.integer({ min: 1, max: 8 }),
        fc.date({ min: new Date('2026-02-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
        (timeZone, weekday, hour, everyWeeks, now) => {
          const startTime = `${String(hour).padStart(2, '0')}:00`;
          const rhythm = { ...tuesdays, timeZone, weekday: weekday as 1, startTime, everyWeeks };
          const { start, end } = nextMeeting(rhythm, now)!;
          const parts = new Intl.DateTimeFormat('en-US', {
            timeZone,
            weekday: 'short',
            hour: '2-digit',
            minute: '2-digit',
            hourCycle: 'h23',
          }).format(start);
          const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekday - 1];
          expect(parts).toBe(`${day} ${startTime}`);
          expect(end.getTime()).toBeGreaterThan(now.getTime());
          expect(start.getTime() - now.getTime()).toBeLessThanOrEqual((7 * everyWeeks + 1) * 86_400_000);
        },
      ),
    );
  });
});

test('two zones with one hour need no second time', () => {
  const winter = new Date('2026-01-10T12:00:00Z');
  expect(sameHour('America/Chicago', 'America/Menominee', winter)).toBe(true);
  expect(sameHour('America/Denver', 'America/Phoenix', winter)).toBe(true);
  expect(sameHour('America/Denver', 'America/Phoenix', new Date('2026-07-10T12:00:00Z'))).toBe(false);
});
