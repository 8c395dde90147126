import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { anyDecisions, anyOptions, anySeeker } from './arbitraries.ts';
import { type Message, makePlan, speak, TOPICS } from './index.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const textsOf = (locale: string): Record<string, string> =>
  JSON.parse(read(`../../locales/${locale}/plan-steps.json`));
const texts = { en: textsOf('en'), es: textsOf('es') };

type Said = Parameters<typeof speak>[1];
const translator =
  (locale: 'en' | 'es'): Said =>
  (key, values) =>
    String(new IntlMessageFormat(texts[locale][key] ?? `missing ${key}`, locale).format(values));
const languageName = (locale: string) => (code: string) =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
const sayIn = (locale: 'en' | 'es', message: Message) =>
  speak(message, translator(locale), languageName(locale));

describe('the sentences of a plan', () => {
  const named = new Set((read('./keys.ts') + read('./speaking.ts')).match(/plan-steps\.[a-z0-9.-]+/g));

  it.each(['en', 'es'] as const)('are all written in %s, and none is left over', (locale) => {
    expect(Object.keys(texts[locale]).sort()).toEqual([...named].sort());
    for (const text of Object.values(texts[locale]))
      expect(() => new IntlMessageFormat(text, locale)).not.toThrow();
  });

  it('can all be said, with no value missing, nothing loud and no placeholder left', () => {
    fc.assert(
      fc.property(anySeeker, anyOptions, anyDecisions, (seeker, options, decisions) => {
        for (const step of makePlan(seeker, options, decisions).steps) {
          for (const message of [step.title, step.firstStep, ...step.reasons]) {
            for (const locale of ['en', 'es'] as const) {
              expect(sayIn(locale, message)).not.toMatch(/[{}!¡]|undefined|missing|plan-steps|NaN/);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('read well', () => {
    const hours: Message = { key: 'plan-steps.reason.hours', values: { day: 2, part: 'evening' } };
    expect(sayIn('en', hours)).toBe('Meets Tuesday evenings, when you are free');
    expect(sayIn('es', hours)).toBe('Se reúne los martes por la noche, cuando tienes tiempo');
    const date: Message = { key: 'plan-steps.reason.openings', values: { date: '2026-11-18' } };
    expect(sayIn('en', date)).toBe('Openings confirmed on November 18, 2026');
    const near: Message = { key: 'plan-steps.reason.distance', values: { miles: 0 } };
    expect(sayIn('en', near)).toBe('Less than a mile from you');
    const spoken: Message = { key: 'plan-steps.reason.language', values: { language: 'es' } };
    expect(sayIn('en', spoken)).toBe('In Spanish, your language');
    for (const topic of TOPICS) {
      const start: Message = { key: 'plan-steps.start.title-topic', values: { topic } };
      expect(sayIn('es', start)).toMatch(/^Empieza un círculo pequeño sobre .+/);
    }
  });
});
