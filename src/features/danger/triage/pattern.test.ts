import { expect, test } from 'vitest';
import { english } from './lexicon/en/index.ts';
import { Patterns } from './pattern.ts';
import { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

const words = (text: string) => wordsOf(text, new Vocabulary(english));
const found = (table: string, text: string): string[] =>
  new Patterns<string>({ pet: 'cat|dog' }, (word) => word)
    .add(table, 'it')
    .find(words(text))
    .map(({ from, to }) =>
      words(text)
        .slice(from, to)
        .map(({ form }) => form)
        .join(' '),
    );

test('words, alternatives, what may be left out, beginnings, classes', () => {
  expect(found('a|the [big] @pet', 'The big cat saw a dog and the bird')).toEqual(['the big cat', 'a dog']);
  expect(found('suicid*', 'suicidal, suicide, sui')).toEqual(['suicidal', 'suicide']);
});

test('a gap stays in its clause, a phrase in its sentence', () => {
  expect(found('want ~2 cat', 'I want a big cat')).toEqual(['want a big cat']);
  expect(found('want ~2 cat', 'I want a very big cat')).toEqual([]);
  expect(found('want ~2 cat', 'I want a, b cat')).toEqual([]);
  expect(found('want cat', 'I want. Cat')).toEqual([]);
});

test('^ asks for the beginning of a clause', () => {
  expect(found('^feed the cat', 'Please, feed the cat. I feed the cat')).toEqual(['feed the cat']);
});

test('remarks and empty lines are none; a broken row is told when the table is read', () => {
  expect(found('# cat\n\ncat # an animal', 'cat')).toEqual(['cat']);
  expect(() => found('~2 cat', '')).toThrow('must begin with a word');
  expect(() => found('[big] cat', '')).toThrow('must begin with a word');
  expect(() => found('@bird', '')).toThrow('No class @bird');
});
