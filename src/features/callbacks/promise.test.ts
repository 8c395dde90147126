import { expect, test } from 'vitest';
import { callableAt, firstMeeting, nextCallable } from './hours.ts';
import { laterThan } from './later.ts';
import { promised } from './promise.ts';
import { daysOf, stretchOf } from './rota.ts';

const CHICAGO = 'America/Chicago';
const MONDAY = new Date('2026-11-23T14:00:00Z'); // 8 in the morning
const shift = (day: string, starts: string, minutes = 120) => stretchOf({ day, starts, minutes }, CHICAGO);
const inChicago = (at: Date | undefined) => at?.toLocaleString('sv', { timeZone: CHICAGO }).slice(0, 16);

test('a shift keeps its clock time through the nights the clocks change', () => {
  const night = (day: string) => stretchOf({ day, starts: '22:00', minutes: 480 }, CHICAGO);
  const hours = ({ from, until }: { from: Date; until: Date }) =>
    (until.getTime() - from.getTime()) / 3_600_000;
  expect(hours(night('2026-03-06'))).toBe(8);
  expect(hours(night('2026-03-07'))).toBe(7);
  expect(hours(night('2026-10-31'))).toBe(9);
  for (const day of ['2026-03-07', '2026-10-31']) expect(inChicago(night(day).until)).toMatch(/06:00$/);
  // An hour that does not exist that night is no shift that ends before it begins.
  expect(
    hours(stretchOf({ day: '2026-03-08', starts: '02:30', minutes: 15 }, CHICAGO)),
  ).toBeGreaterThanOrEqual(0);
  const winter = new Date('2026-03-02T12:00:00Z');
  const tuesdays = daysOf({ weekday: 2, day: null }, CHICAGO, winter, 14);
  expect(tuesdays).toEqual(['2026-03-03', '2026-03-10']);
  expect(tuesdays.map((day) => shift(day, '19:00').from.toISOString().slice(11, 16))).toEqual([
    '01:00',
    '00:00',
  ]);
});

test('what is promised: the community’s hours, or the end of the first shift that meets hers, or nothing', () => {
  const by = (there: ReturnType<typeof shift>[], hours: string[] = []) =>
    inChicago(promised(there, hours, CHICAGO, 24, MONDAY)?.by);
  expect(by([shift('2026-11-23', '19:00')])).toBe('2026-11-24 08:00');
  expect(by([shift('2026-11-26', '19:00'), shift('2026-11-25', '10:00')])).toBe('2026-11-25 12:00');
  expect(by([shift('2026-11-25', '10:00'), shift('2026-11-26', '19:00')], ['4-evening'])).toBe(
    '2026-11-26 21:00',
  );
  expect(by([shift('2026-11-25', '16:00')], ['3-evening'])).toBe('2026-11-25 18:00');
  expect(by([shift('2026-11-25', '16:00')], ['3-morning'])).toBeUndefined();
  expect(by([shift('2026-11-20', '16:00')])).toBeUndefined();
  expect(by([])).toBeUndefined();
});

test('her hours are by her own clock, wherever the community is', () => {
  const there = [shift('2026-11-25', '18:00', 240)]; // 16 to 20 in Los Angeles
  const hers = firstMeeting(there, ['3-evening'], 'America/Los_Angeles', MONDAY);
  expect([inChicago(hers?.from), inChicago(hers?.until)]).toEqual(['2026-11-25 19:00', '2026-11-25 22:00']);
  expect(callableAt(['1-morning'], CHICAGO, MONDAY)).toBe(true);
  expect(callableAt(['1-evening'], CHICAGO, MONDAY)).toBe(false);
  expect(inChicago(nextCallable(['1-evening'], CHICAGO, MONDAY))).toBe('2026-11-23 17:00');
  expect(nextCallable([], CHICAGO, MONDAY)).toEqual(MONDAY);
});

test('"call me later" is read by her clock, ahead and not too far', () => {
  expect(inChicago(laterThan(CHICAGO, '2026-11-24', '09:30', MONDAY) ?? undefined)).toBe('2026-11-24 09:30');
  for (const [date, time] of [
    ['2026-11-23', '07:00'],
    ['2026-12-24', '10:00'],
    ['2026-02-30', 'x'],
    ['', ''],
  ])
    expect(laterThan(CHICAGO, date!, time!, MONDAY)).toBeNull();
});
