import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { type Message, speak } from '../index.ts';
import { HELP_THINGS } from '../words.ts';

const read = (locale: string, room: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../../locales/${locale}/${room}.json`, import.meta.url), 'utf8'));

const REASONS: Message[] = [
  { key: 'asks.reason.emotional', values: {} },
  { key: 'asks.reason.practical', values: {} },
  { key: 'asks.reason.informational', values: {} },
  { key: 'asks.reason.volunteer', values: {} },
  { key: 'asks.reason.online', values: {} },
  ...HELP_THINGS.map((thing): Message => ({ key: 'asks.reason.thing', values: { thing } })),
  { key: 'asks.reason.distance', values: { miles: 1 } },
  { key: 'asks.reason.distance', values: { miles: 4 } },
  { key: 'asks.reason.distance-km', values: { km: 4 } },
  { key: 'asks.reason.hours', values: { day: 4, part: 'evening' } },
  { key: 'asks.reason.language', values: { language: 'es' } },
];

test.each([
  ['en', 'You said that you are free Thursday evenings', 'About 4 miles from you'],
  ['es', 'Dijiste que tienes libres los jueves por la noche', 'A unas 4 millas de ti'],
] as const)('every reason is a sentence in %s', (locale, hours, near) => {
  const texts = { ...read(locale, 'asks'), ...read(locale, 'plan-steps') };
  const said = REASONS.map((reason) =>
    speak(
      reason,
      (key, values) => String(new IntlMessageFormat(texts[key] ?? `missing ${key}`, locale).format(values)),
      (code) => new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code,
    ),
  );
  for (const text of said) expect(text).not.toMatch(/[{}!¡]|undefined|missing|asks\.|NaN/);
  expect(said).toContain(hours);
  expect(said).toContain(near);
  expect(new Set(said).size).toBe(said.length);
});
