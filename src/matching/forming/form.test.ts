import { expect, test } from 'vitest';
import { type FormingInput, form } from './form.ts';

const EFFORT = { work: 1e6 };
const FIVE: FormingInput = {
  members: ['e', 'd', 'c', 'b', 'a'],
  lower: 2,
  upper: 3,
  affinity: [
    ['a', 'b', 0.1],
    ['b', 'c', 0.2],
    ['e', 'd', 3],
    ['c', 'd', -1],
  ],
};

test('circles and who is in them are sorted by id; hundredths add up', () => {
  expect(form(FIVE, EFFORT)).toEqual({
    circles: [
      ['a', 'b', 'c'],
      ['d', 'e'],
    ],
    waiting: [],
    total: 3.3,
    isHurried: false,
  });
});

test('who would lower the total waits, who changes nothing has a place', () => {
  const affinity: FormingInput['affinity'] = [
    ['a', 'b', 2],
    ['a', 'c', -1],
    ['b', 'c', 0.5],
    ['c', 'd', -1],
  ];
  const some = { members: ['a', 'b', 'c', 'd'], lower: 2, upper: 3, affinity };
  for (const effort of [EFFORT, { ...EFFORT, alwaysSearch: true }]) {
    expect(form(some, effort)).toMatchObject({ circles: [['a', 'b', 'd']], waiting: ['c'], total: 2 });
    expect(form({ ...some, affinity: [] }, effort).waiting).toEqual([]);
  }
});

test('with circles given nobody waits, whatever it costs', () => {
  const given = { ...FIVE, circles: 1, upper: 5, affinity: [...FIVE.affinity, ['a', 'e', -9] as const] };
  expect(form(given, EFFORT)).toMatchObject({
    circles: [['a', 'b', 'c', 'd', 'e']],
    waiting: [],
    total: -6.7,
  });
});

test('nobody at all is no failure', () => {
  expect(form({ members: [], lower: 1, upper: 2, affinity: [] }, EFFORT)).toMatchObject({
    circles: [],
    waiting: [],
    total: 0,
  });
});

test('what fits nowhere is told by the name of its field', () => {
  const said = (change: Partial<FormingInput>) => () => form({ ...FIVE, ...change }, EFFORT);
  expect(said({ circles: 1 })).toThrow(/^circles: all members together weigh more than circles × upper/);
  expect(said({ circles: 3 })).toThrow(/^circles: all members together weigh less than circles × lower/);
  expect(said({ circles: 6 })).toThrow(/^circles is more than there are members/);
  expect(said({ circles: 2, weights: [4, 1, 1, 1, 1] })).toThrow(
    /^upper is less than the weight of "e" alone/,
  );
  expect(said({ circles: 2, lower: 3 })).toThrow(/^circles: all members together weigh less/);
  expect(said({ circles: 2, lower: 2, upper: 4, weights: [3, 3, 0.5, 0.5, 0.5] })).not.toThrow();
  expect(said({ circles: 2, lower: 5, upper: 5, weights: [3, 3, 3, 0.5, 0.5] })).toThrow(
    /^circles: there is no way/,
  );
});

test('a pair listed twice, either way around, is refused by its place', () => {
  const twice = [...FIVE.affinity, ['c', 'b', 1] as const];
  expect(() => form({ ...FIVE, affinity: twice }, EFFORT)).toThrow(
    /^affinity\[4\] lists "b", "c" a second time/,
  );
});

test('a clock that runs away ends the search with what was found', () => {
  const members = Array.from({ length: 200 }, (_each, at) => `m${at}`);
  const affinity = members.slice(1).map((id, at) => [id, members[at]!, 1] as const);
  let time = 0;
  const elapsed = () => (time += 0.05);
  const formed = form({ members, lower: 3, upper: 6, affinity }, { work: 1e12, elapsed });
  expect(formed.isHurried).toBe(true);
  expect(formed.circles.flat().length + formed.waiting.length).toBe(200);
});
