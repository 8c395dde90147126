import { expect, it, test } from 'vitest';
import { type Locale, localeFor, translator } from '../../platform/i18n/index.ts';
import { repetitionWords } from './repetition-words.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const words = (locale: Locale, rule: string | null, more: { starts?: string; extra?: string[] } = {}) =>
  repetitionWords(
    { t: translator(locale), lang: localeFor(locale).lang },
    {
      starts: '2026-11-24T10:00:00',
      minutes: 60,
      allDay: false,
      timeZone: 'America/Chicago',
      rule,
      extra: [],
      exceptOn: [],
      ...more,
    },
    NOW,
  );

it.each([
  ['FREQ=WEEKLY', 'Every Tuesday', 'Cada martes'],
  ['FREQ=WEEKLY;INTERVAL=2', 'Every second Tuesday', 'Un martes sí y otro no'],
  ['FREQ=WEEKLY;INTERVAL=3;BYDAY=TU', 'Every 3 weeks on Tuesday', 'Cada 3 semanas, martes'],
  ['FREQ=WEEKLY;BYDAY=TH,TU', 'Every Tuesday and Thursday', 'Cada martes y jueves'],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE',
    'Every second week on Monday and Wednesday',
    'Cada dos semanas, lunes y miércoles',
  ],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'The last Friday of every month', 'El último viernes de cada mes'],
  ['FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1', 'The last Friday of every month', 'El último viernes de cada mes'],
  [
    'FREQ=MONTHLY;BYDAY=1TU,3TU',
    'The first Tuesday and the third Tuesday of every month',
    'El primer martes y el tercer martes de cada mes',
  ],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'The last weekday of every month',
    'El último día hábil de cada mes',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1,15',
    'On the 1st and 15th of every second month',
    'El 1 y el 15 cada 2 meses',
  ],
  ['FREQ=MONTHLY', 'On the 24th of every month', 'El 24 de cada mes'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'On the last day of every month', 'El último día de cada mes'],
  [
    'FREQ=DAILY;UNTIL=20261204T055959Z',
    'Every day, until Dec 3, 2026',
    'Todos los días, hasta el 3 dic 2026',
  ],
  // A series that was parted ends just before the other one begins.
  [
    'FREQ=WEEKLY;UNTIL=20261208T155959Z',
    'Every Tuesday, until Dec 7, 2026',
    'Cada martes, hasta el 7 dic 2026',
  ],
  [
    'FREQ=WEEKLY;UNTIL=20261208T160000Z',
    'Every Tuesday, until Dec 8, 2026',
    'Cada martes, hasta el 8 dic 2026',
  ],
  ['FREQ=DAILY;INTERVAL=2;COUNT=8', 'Every second day, 8 times', 'Un día sí y otro no, 8 veces'],
  ['FREQ=DAILY;BYDAY=MO,WE', 'Every Monday and Wednesday', 'Cada lunes y miércoles'],
  ['FREQ=WEEKLY;BYMONTH=6,7', 'Every Tuesday, in June and July', 'Cada martes, en junio y julio'],
  ['FREQ=YEARLY', 'Every year on November 24', 'Cada año, el 24 de noviembre'],
  [
    'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
    'Every year on the fourth Thursday of November',
    'Cada año, el cuarto jueves de noviembre',
  ],
])('%s', (rule, english, spanish) => {
  expect([words('en', rule), words('es', rule)]).toEqual([english, spanish]);
});

test('what words do not hold is said in dates: how many, and the next', () => {
  const rule = 'FREQ=YEARLY;BYWEEKNO=50;BYDAY=MO,TU,WE,TH';
  expect(words('en', rule)).toBe('9 dates ahead; the next: Nov 24, 2026 · Dec 7, 2026 · Dec 8, 2026');
  expect(words('es', rule)).toMatch(/^9 fechas por delante; las próximas: 24 nov 2026 · /);
  expect(words('en', 'FREQ=HOURLY;INTERVAL=7')).toMatch(/^Many dates ahead; the next: /);
});

test('dates without a rule, dates on top of one, and once', () => {
  expect(words('en', null)).toBeNull();
  expect(words('en', null, { extra: ['2026-12-01T18:00:00'] })).toBe('Nov 24, 2026 · Dec 1, 2026');
  expect(words('en', 'FREQ=WEEKLY;COUNT=3', { extra: ['2026-12-05T18:00:00'] })).toBe(
    'Every Tuesday, 3 times, and one more date',
  );
});
