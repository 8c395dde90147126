import { describe, expect, it } from 'vitest';
import { expand } from '../recurrence/index.ts';
import { occurrencesOf, type ReadEvent, readCalendar, writeCalendar } from './index.ts';

const zone = 'America/Chicago';
const file = (...lines: string[]) =>
  Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
const vevent = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:one@library.example', ...lines, 'END:VEVENT'];
const read = (bytes: Uint8Array): ReadEvent[] => {
  const calendar = readCalendar(bytes, { zone });
  if (!calendar.ok) throw new Error(`${calendar.reason} on line ${calendar.line}`);
  return calendar.events;
};
const starts = (event: ReadEvent | undefined, atMost = 3) =>
  expand(event!, { from: new Date(0), to: new Date('2040-01-01'), atMost }).map((one) =>
    one.starts.toISOString(),
  );

describe('a calendar of somebody else', () => {
  it('is read with its zones by IANA, by Windows, with a path before them, in UTC, or in none', () => {
    const named: [string, string][] = [
      ['DTSTART;TZID=America/Mexico_City:20261124T101500', '2026-11-24T16:15:00.000Z'],
      ['DTSTART;TZID="Eastern Standard Time":20261124T101500', '2026-11-24T15:15:00.000Z'],
      ['DTSTART;TZID=/mozilla.org/20050126_1/Europe/Madrid:20261124T101500', '2026-11-24T09:15:00.000Z'],
      ['DTSTART;TZID=US/Central:20261124T101500', '2026-11-24T16:15:00.000Z'],
      ['DTSTART:20261124T101500Z', '2026-11-24T10:15:00.000Z'],
      ['DTSTART:20261124T101500', '2026-11-24T16:15:00.000Z'],
      ['DTSTART;VALUE=DATE:20261124', '2026-11-24T06:00:00.000Z'],
    ];
    for (const [line, instant] of named)
      expect(starts(read(file(...vevent(line)))[0]), line).toEqual([instant]);
  });

  it('is read with zones of its own making, by the clocks on earth that go so', () => {
    const own = [
      'BEGIN:VTIMEZONE',
      'TZID:Our branch',
      ...standard('-0500', '-0600', 11, '1SU'),
      ...daylight('-0600', '-0500'),
      'END:VTIMEZONE',
    ];
    const [event] = read(
      file(
        ...own,
        ...vevent('DTSTART;TZID=Our branch:20260701T100000', 'RRULE:FREQ=MONTHLY;INTERVAL=6;COUNT=2'),
      ),
    );
    expect(event!.zone).toBe('America/Chicago');
    expect(starts(event)).toEqual(['2026-07-01T15:00:00.000Z', '2027-01-01T16:00:00.000Z']);
    const nowhere = own.map((line) => line.replace('-0600', '-0620').replace('-0500', '-0520'));
    const refused = readCalendar(file(...nowhere, ...vevent('DTSTART;TZID=Our branch:20260701T100000')), {
      zone,
    });
    expect(refused).toMatchObject({ ok: false, reason: 'bad-zone' });
  });

  it('brings its words, how long things last, what is left out and what was changed', () => {
    const events = read(
      file(
        'X-WR-CALNAME:Story time',
        ...vevent(
          'DTSTART;TZID=America/Chicago:20261124T101500',
          'DURATION:PT45M',
          'SUMMARY:Babies\\, books',
          'RRULE:FREQ=WEEKLY;COUNT=5',
          'EXDATE:20261201T161500Z',
          'RDATE;TZID=America/Chicago:20261128T090000',
          'DESCRIPTION:On the',
          '  rug\\nBring a blanket',
          'BEGIN:VALARM',
          'TRIGGER:-PT15M',
          'DESCRIPTION:No',
          'END:VALARM',
        ),
        ...vevent(
          'DTSTART;TZID=America/Chicago:20261208T140000',
          'DTEND;TZID=America/Chicago:20261208T150000',
          'RECURRENCE-ID;TZID=America/Chicago:20261208T101500',
          'SUMMARY:In the afternoon',
        ),
        ...vevent(
          'DTSTART;TZID=America/Chicago:20261215T101500',
          'RECURRENCE-ID:20261215T161500Z',
          'STATUS:CANCELLED',
          'SUMMARY:Not today',
        ),
      ),
    );
    expect(events[0]).toMatchObject({
      summary: 'Babies, books',
      description: 'On the rug\nBring a blanket',
      line: 4,
    });
    const window = { from: new Date('2026-11-01'), to: new Date('2027-02-01'), atMost: 20 };
    const shown = occurrencesOf(events, window).map(
      (one) =>
        `${one.starts.toISOString()} ${one.ends.toISOString().slice(11, 16)} ${one.event.summary} ${one.event.status}`,
    );
    expect(shown).toEqual([
      '2026-11-24T16:15:00.000Z 17:00 Babies, books confirmed',
      '2026-11-28T15:00:00.000Z 15:45 Babies, books confirmed',
      '2026-12-08T20:00:00.000Z 21:00 In the afternoon confirmed',
      '2026-12-15T16:15:00.000Z 16:15 Not today cancelled',
      '2026-12-22T16:15:00.000Z 17:00 Babies, books confirmed',
    ]);
  });

  it('that is wrong is refused with the line an editor would show', () => {
    const wrong: [string, number, string[]][] = [
      ['bad-date', 5, vevent('DTSTART:20261324T101500')],
      ['bad-date', 5, vevent('DTSTART;VALUE=DATE:20260230')],
      ['bad-zone', 5, vevent('DTSTART;TZID=Mars/Olympus:20261124T101500')],
      ['bad-rule', 6, vevent('DTSTART:20261124T101500', 'RRULE:FREQ=SOMETIMES')],
      ['bad-rule', 6, vevent('DTSTART:20261124T101500', 'RRULE:FREQ=SECONDLY')],
      ['bad-length', 6, vevent('DTSTART:20261124T101500', 'DTEND:20261124T091500')],
      ['bad-length', 6, vevent('DTSTART:20261124T101500', 'DURATION:P9999999999999D')],
      ['no-start', 3, vevent('SUMMARY:When')],
      ['no-uid', 3, ['BEGIN:VEVENT', 'DTSTART:20261124T101500', 'END:VEVENT']],
      ['bad-line', 8, vevent('DTSTART:20261124T101500', 'DESCRIPTION:a\r\n b', 'what is this')],
      ['not-closed', 6, ['BEGIN:VEVENT', 'UID:1', 'DTSTART:20261124T101500', 'END:VTODO']],
      ['repeated', 7, [...vevent('DTSTART:20261124T101500'), ...vevent('DTSTART:20261125T101500')]],
      ['too-deep', 8, Array.from({ length: 9 }, () => 'BEGIN:VEVENT')],
    ];
    for (const [reason, line, lines] of wrong) {
      expect(readCalendar(file(...lines), { zone }), lines.join(' ')).toEqual({ ok: false, reason, line });
    }
    expect(readCalendar(Buffer.from('<!doctype html>\n<p>Not found'), { zone })).toMatchObject({
      reason: 'not-a-calendar',
    });
    const latin = Buffer.from('BEGIN:VCALENDAR\nX-A:1\nX-WR-CALNAME:Ni\xf1os\nEND:VCALENDAR', 'latin1');
    expect(readCalendar(latin, { zone })).toEqual({ ok: false, reason: 'not-text', line: 3 });
  });

  it('comes back from what we write as it was', () => {
    const [event] = read(
      file(
        ...vevent(
          'DTSTART;TZID=Europe/Madrid:20261124T101500',
          'DURATION:P1DT30M',
          'RRULE:FREQ=MONTHLY;UNTIL=20270601T000000Z;BYDAY=-1TU',
          'SUMMARY:Última\\; de mes',
          'CATEGORIES:a\\,b,c',
          'CLASS:PRIVATE',
          'SEQUENCE:4',
          'DTSTAMP:20261101T000000Z',
        ),
      ),
    );
    const [again] = read(Buffer.from(writeCalendar({ name: 'x', zone, events: [event!] })));
    expect(starts(again, 9)).toEqual(starts(event, 9));
    expect({ ...again, line: 0, lasts: {} }).toEqual({ ...event, line: 0, lasts: {} });
  });
});

function standard(from: string, to: string, month: number, day: string): string[] {
  return [
    'BEGIN:STANDARD',
    `DTSTART:2007${month}04T020000`,
    `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=${day}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    'END:STANDARD',
  ];
}
function daylight(from: string, to: string): string[] {
  return [
    'BEGIN:DAYLIGHT',
    'DTSTART:20070311T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    'END:DAYLIGHT',
  ];
}
