import { describe, expect, test } from 'vitest';
import { readForming } from './reading.ts';

const read = (text: string) => readForming(Buffer.from(text));
const GOOD = { members: ['a', 'b', 'c'], lower: 2, upper: 3, affinity: [['a', 'b', 3.5]] };
const changed = (change: Record<string, unknown>) => JSON.stringify({ ...GOOD, ...change });

test('fields in any order; weights are 1 each and circles as many as needed where they are not given', () => {
  const taken = read(
    '{"affinity":[["b","a",-1e1]],"extra":[{}],"upper":3,"lower":2,"weights":[1,2.5],"members":["a","b"]}',
  );
  // Who is named first, by a pair here, stands first; her weight goes with her.
  expect([taken.members, [...taken.weights], taken.circles]).toEqual([['b', 'a'], [2.5, 1], null]);
  expect([taken.lower, taken.upper, ...taken.pairs.score]).toEqual([2, 3, -10]);
  expect([...read(changed({})).weights]).toEqual([1, 1, 1]);
  expect(read(changed({ circles: 1 })).circles).toBe(1);
});

describe('what cannot be is refused by the name of its field', () => {
  test.each([
    ['', /empty/],
    ['[', /not JSON/],
    ['[]', /must be an object/],
    ['{"members":[],"members":[]}', /"members" is given twice/],
    [JSON.stringify({ ...GOOD, members: undefined }), /^members is missing/],
    [JSON.stringify({ ...GOOD, affinity: undefined }), /^affinity is missing/],
    [JSON.stringify({ ...GOOD, lower: undefined }), /^lower is missing/],
    [JSON.stringify({ ...GOOD, upper: undefined }), /^upper is missing/],
    [changed({ members: 'abc' }), /^members must be an array/],
    [changed({ members: ['a', 'b', 3] }), /^members\[2\] must be a string/],
    [changed({ members: ['a', 'b', 'a'] }), /^members\[2\] lists "a" a second time/],
    [changed({ weights: [1, 1] }), /^weights has 2 numbers for 3 members/],
    [changed({ weights: [1, 0, 1] }), /^weights\[1\] must be a finite number above 0/],
    [changed({ weights: [1, '1', 1] }), /^weights\[1\]/],
    [changed({ weights: null }), /^weights must be an array/],
    [changed({ lower: 4 }), /^lower \(4\) is more than upper \(3\)/],
    [changed({ lower: -1 }), /^lower must be/],
    [changed({ lower: '2' }), /^lower must be/],
    [changed({ upper: null }), /^upper must be/],
    [changed({}).replace('"upper":3', '"upper":1e999'), /^upper must be a finite number/],
    [changed({ circles: 0 }), /^circles must be a whole number/],
    [changed({ circles: 1.5 }), /^circles must be a whole number/],
    [changed({ circles: null }), /^circles must be a whole number/],
    [changed({ affinity: {} }), /^affinity must be an array/],
    [changed({ affinity: [['a', 'b']] }), /^affinity\[0\] must be two members and a score/],
    [changed({ affinity: [['a', 'b', 1, 2]] }), /^affinity\[0\] must be two members and a score/],
    [changed({ affinity: [['a', 'b', '1']] }), /^affinity\[0\]\[2\] must be a finite number/],
    [changed({}).replace('3.5', '1e999'), /^affinity\[0\]\[2\] must be a finite number/],
    [changed({ affinity: [['a', 5, 1]] }), /^affinity\[0\]\[1\] must be the id/],
    [changed({ affinity: [['a', 'z', 1]] }), /^affinity\[0\]\[1\] is "z", a member that members does not/],
    [changed({ affinity: [['a', 'a', 1]] }), /^affinity\[0\] pairs "a" with the same member/],
  ])('%s', (text, sentence) => {
    expect(() => read(text)).toThrow(sentence);
  });
});
