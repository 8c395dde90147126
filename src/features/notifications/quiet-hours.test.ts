import { expect, test } from 'vitest';
import { quietUntil } from './quiet-hours.ts';

const NIGHT = { from: '21:00:00', to: '07:00:00' };
const CHICAGO = 'America/Chicago';
const at = (text: string) => new Date(text);

test.each([
  ['in the evening', NIGHT, '2026-11-23T04:00:00Z', '2026-11-23T13:00:00.000Z'],
  ['before dawn', NIGHT, '2026-11-23T09:00:00Z', '2026-11-23T13:00:00.000Z'],
  ['as it begins', NIGHT, '2026-11-23T03:00:00Z', '2026-11-23T13:00:00.000Z'],
  ['at noon', NIGHT, '2026-11-23T18:00:00Z', null],
  ['as it ends', NIGHT, '2026-11-23T13:00:00Z', null],
  ['a nap', { from: '13:00', to: '15:00' }, '2026-11-23T20:00:00Z', '2026-11-23T21:00:00.000Z'],
  ['after a nap', { from: '13:00', to: '15:00' }, '2026-11-23T21:30:00Z', null],
  ['the night the clocks go back', NIGHT, '2026-11-01T05:30:00Z', '2026-11-01T13:00:00.000Z'],
  ['no hours', { from: null, to: null }, '2026-11-23T09:00:00Z', null],
])('%s', (_, hours, now, until) => {
  expect(quietUntil(hours, CHICAGO, at(now))?.toISOString() ?? null).toBe(until);
});
