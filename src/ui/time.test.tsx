import { expect, it } from 'vitest';
import { formatTime, Time } from './time.tsx';

const chicago = { lang: 'en', timeZone: 'America/Chicago' };
// ICU puts a narrow space before AM in some versions.
const said = (page: typeof chicago, at: string, now: string) =>
  formatTime(page, new Date(at), 'ago', new Date(now)).replace(/\s/g, ' ');

it('counts days as the reader’s calendar does, not as UTC does', () => {
  // 23:30 and 00:30 in Chicago: an hour apart, a day apart.
  expect(said(chicago, '2026-11-22T05:30:00Z', '2026-11-22T06:30:00Z')).toBe('yesterday, 11:30 PM');
  expect(said(chicago, '2026-11-22T06:10:00Z', '2026-11-22T23:00:00Z')).toBe('12:10 AM');
});

it('is not put off by the clocks changing', () => {
  // 1 November 2026 has 25 hours in Chicago.
  expect(said(chicago, '2026-11-01T05:30:00Z', '2026-11-02T05:30:00Z')).toBe('12:30 AM');
  expect(said(chicago, '2026-11-01T05:30:00Z', '2026-11-02T06:30:00Z')).toBe('yesterday, 12:30 AM');
});

it('names the weekday within a week, then the date', () => {
  expect(said(chicago, '2026-11-17T20:00:00Z', '2026-11-22T20:00:00Z')).toBe('Tuesday, 2:00 PM');
  expect(said(chicago, '2026-11-15T20:00:00Z', '2026-11-22T20:00:00Z')).toBe('Nov 15, 2026');
});

it('speaks the reader’s language and keeps the exact moment underneath', () => {
  const page = { lang: 'es', timeZone: 'America/Chicago' };
  const html = String(<Time page={page} at="2026-11-26T18:00:00Z" shape="day" />);
  expect(html).toBe('<time datetime="2026-11-26T18:00:00.000Z">jueves, 26 de noviembre</time>');
});
