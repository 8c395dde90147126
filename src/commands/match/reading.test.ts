import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMatch } from './reading.ts';

const read = (text: string) => readMatch(Buffer.from(text));
const GOOD = { mentees: ['a', 'b'], mentors: [{ id: 'x', capacity: 2 }], pairs: [['a', 'x', 0.83]] };

/** The good input with some of it changed; a value may be the words of JSON that JSON.stringify would not write. */
function changed(change: Record<string, unknown>, words: Record<string, string> = {}): string {
  let text = JSON.stringify({ ...GOOD, ...change });
  for (const [word, to] of Object.entries(words)) text = text.replace(word, to);
  return text;
}

test('what JSON.parse would read is read, fields in any order, fields that are not known read over', () => {
  const text = `\n{"extra":{"deep":[1,-2.5e-3,{"pairs":null}],"s":"\\u00e9"},"pairs":[ ["a","x",-1.5E+2] ,["b","x",0]],
    "mentors":[{"capacity":3e0,"id":"x","name":"Dana"},{"id":"\\"\\u005c"}],"mentees":["a","b","\u00e9\\ud83d\\ude00"]}\n`;
  const { taken, objective } = read(text);
  expect(objective).toBe('most-matched-then-total');
  expect([taken.mentees, taken.mentors, taken.capacities]).toEqual([
    ['a', 'b', 'é😀'],
    ['x', '"\\'],
    [3, 1],
  ]);
  expect([...taken.pairs.score]).toEqual([-150, 0]);
});

test('any ids and numbers are read as JSON.parse reads them', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: 'binary' }), { minLength: 1 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (ids, score) => {
        const pairs = ids.map((id) => [id, 'x', score]);
        const { taken } = read(changed({ mentees: ids, pairs }));
        expect(taken.mentees.toSorted()).toEqual(JSON.parse(JSON.stringify(ids)).toSorted());
        expect(new Set(taken.pairs.score)).toEqual(new Set([JSON.parse(JSON.stringify(score))]));
      },
    ),
  );
});

describe('what cannot be is refused in one line that names the field', () => {
  test.each<[string, RegExp]>([
    ['', /empty/],
    ['  \n', /not JSON/],
    ['\ufeff{}', /byte order mark/],
    ['{', /not JSON/],
    ['[]', /must be an object/],
    ['null', /must be an object/],
    ['{}', /^mentees is missing/],
    [changed({ mentors: undefined }), /^mentors is missing/],
    [changed({ pairs: undefined }), /^pairs is missing/],
    [changed({ mentees: 'a' }), /^mentees must be an array/],
    [changed({ mentees: ['a', 7] }), /^mentees\[1\] must be a string/],
    [changed({ mentees: ['a', 'a'] }), /^mentees\[1\] lists "a" a second time/],
    [changed({ mentors: ['x'] }), /^mentors\[0\] must be an object/],
    [changed({ mentors: [{ capacity: 1 }] }), /^mentors\[0\]\.id must be a string/],
    [changed({ mentors: [{ id: 'x', capacity: -1 }] }), /^mentors\[0\]\.capacity/],
    [changed({ mentors: [{ id: 'x', capacity: 0.5 }] }), /^mentors\[0\]\.capacity/],
    [changed({ mentors: [{ id: 'x', capacity: '2' }] }), /^mentors\[0\]\.capacity/],
    [changed({ mentors: [{ id: 'x', capacity: null }] }), /^mentors\[0\]\.capacity/],
    [changed({ mentors: [{ id: 'x' }, { id: 'x' }] }), /^mentors\[1\]\.id lists "x" a second time/],
    [changed({}, { '"capacity":2': '"id":"y"' }), /^mentors\[0\]\.id is given twice/],
    [changed({ pairs: {} }), /^pairs must be an array/],
    [changed({ pairs: ['a'] }), /^pairs\[0\] must be a mentee/],
    [changed({ pairs: [['a', 'x']] }), /^pairs\[0\] must be a mentee/],
    [changed({ pairs: [['a', 'x', 1, 2]] }), /^pairs\[0\] must be a mentee/],
    [changed({ pairs: [['a', 'x', '1']] }), /^pairs\[0\]\[2\] must be a finite number/],
    [changed({ pairs: [['a', 'x', null]] }), /^pairs\[0\]\[2\] must be a finite number/],
    [changed({}, { '0.83': '1e999' }), /^pairs\[0\]\[2\] must be a finite number/],
    [changed({}, { '0.83': 'NaN' }), /not JSON/],
    [changed({}, { '0.83': '01' }), /not JSON/],
    [changed({}, { '0.83': '1.' }), /not JSON/],
    [changed({}, { '0.83]]': '1],]' }), /not JSON/],
    [changed({ pairs: [['c', 'x', 1]] }), /^pairs\[0\]\[0\] is "c", a mentee that mentees does not list/],
    [
      changed({
        pairs: [
          ['a', 'x', 1],
          ['a', 'y', 1],
        ],
      }),
      /^pairs\[1\]\[1\] is "y", a mentor that mentors/,
    ],
    [changed({ objective: 'best' }), /^objective must be/],
    [changed({ objective: null }), /^objective must be/],
    [`${changed({})}{}`, /not JSON/],
    [changed({}, { '"pairs"': '"mentees"' }), /^"mentees" is given twice/],
    [`{"a":${'['.repeat(100_000)}`, /nested too deeply/],
  ])('%.60s', (text, sentence) => {
    expect(() => read(text)).toThrow(sentence);
    expect(() => read(text)).toThrow(/^[^\n]+$/);
  });

  test('bytes that are no UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"mentees":["'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"]}'),
    ]);
    expect(() => readMatch(bytes)).toThrow(/not JSON/);
  });
});
