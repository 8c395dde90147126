import { readdirSync, readFileSync } from 'node:fs';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { expect, test } from 'vitest';
import { projectFile } from '../../src/platform/config/paths.ts';
import { en, es } from '../../src/platform/i18n/catalog.ts';
import { isTest, sourcesUnder } from './sources.ts';

const files = (locale: string) => readdirSync(projectFile('locales', locale)).sort();
const read = (locale: string, file: string): Record<string, string> =>
  JSON.parse(readFileSync(projectFile('locales', locale, file), 'utf8'));

test('every file of words stands in both languages, with the same keys, and is in the catalogue', () => {
  expect(files('es')).toEqual(files('en'));
  for (const file of files('en')) {
    expect(Object.keys(read('es', file)).sort(), file).toEqual(Object.keys(read('en', file)).sort());
    const room = file.replace('.json', '');
    const strangers = Object.keys(read('en', file)).filter(
      (key) => !key.startsWith(`${room}.`) || !(key in en),
    );
    expect(strangers, file).toEqual([]);
  }
});

test('both languages speak of the same things', () => {
  const different = Object.keys(en).filter((key) => {
    const id = key as keyof typeof en;
    return String(slots(en[id])) !== String(slots(es[id]));
  });
  expect(different).toEqual([]);
});

test('nothing is said in an empty voice', () => {
  expect(Object.entries({ ...en }).filter(([, text]) => !text.trim())).toEqual([]);
  expect(Object.entries({ ...es }).filter(([, text]) => !text.trim())).toEqual([]);
});

test('no words lie unused', () => {
  const code = sourcesUnder('src')
    .filter(({ path }) => !isTest(path))
    .map(({ text }) => text)
    .join('\n');
  const said = new Set([...code.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key!));
  // `words.topic.${topic}` uses every key that begins so.
  const beginnings = [...code.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)].map(([, start]) => start!);
  const unused = Object.keys(en).filter(
    (key) => !said.has(key) && !beginnings.some((start) => key.startsWith(start)),
  );
  expect(unused).toEqual([]);
});

/** The names a message wants filled in. */
function slots(text: string): string[] {
  const names = new Set<string>();
  expect(() => parse(text, { ignoreTag: true }), text).not.toThrow();
  const walk = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.value);
      if ('options' in element) for (const option of Object.values(element.options)) walk(option.value);
      if ('children' in element) walk(element.children);
    }
  };
  walk(parse(text, { ignoreTag: true }));
  return [...names].sort();
}
