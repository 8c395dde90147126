import { describe, expect, test } from 'vitest';
import { type AssignmentInput, assign, assignTaken } from './assign.ts';
import { faults, SOLVERS } from './checking.ts';
import { Intake } from './intake.ts';

const people = (count: number, letter: string) => Array.from({ length: count }, (_, at) => `${letter}${at}`);

/** The same numbers each time (a linear congruence of 2³²). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('what is asked for', () => {
  const input: AssignmentInput = {
    mentees: ['maya', 'nora', 'vera'],
    mentors: [{ id: 'dana', capacity: 2 }, { id: 'rosa' }],
    pairs: [
      ['maya', 'dana', 0.9],
      ['nora', 'dana', 0.8],
      ['vera', 'dana', 0.7],
      ['nora', 'rosa', -0.5],
    ],
  };

  test('as many as possible first, then the greatest total', () => {
    const answer = assign(input);
    expect(answer.matches).toEqual([
      ['maya', 'dana', 0.9],
      ['nora', 'rosa', -0.5],
      ['vera', 'dana', 0.7],
    ]);
    expect([answer.unmatched, answer.total, answer.optimal]).toEqual([[], 1.1, true]);
  });

  test('or the greatest total alone, which a pair that is worth nothing does not raise', () => {
    const answer = assign({ ...input, objective: 'max-total' });
    expect(answer.matches.map(([mentee]) => mentee)).toEqual(['maya', 'nora']);
    expect([answer.unmatched, answer.total]).toEqual([['vera'], 1.7]);
    const idle = assign({
      mentees: ['a'],
      mentors: [{ id: 'b' }],
      pairs: [['a', 'b', 0]],
      objective: 'max-total',
    });
    expect([idle.matches, idle.unmatched]).toEqual([[], ['a']]);
  });

  test('a kept pair stays though a better one is there, listed or not, and takes its place', () => {
    const answer = assign({
      ...input,
      keep: [
        ['vera', 'rosa'],
        ['nora', 'dana'],
      ],
    });
    expect(answer.matches).toEqual([
      ['maya', 'dana', 0.9],
      ['nora', 'dana', 0.8],
      ['vera', 'rosa', 0],
    ]);
  });

  test('one who carries more than she offers keeps them and gets nobody else', () => {
    const mentors = [{ id: 'dana', capacity: 1 }];
    const pairs = input.pairs.filter(([, mentor]) => mentor === 'dana');
    const answer = assign({
      ...input,
      mentors,
      pairs,
      keep: [
        ['maya', 'dana'],
        ['nora', 'dana'],
      ],
    });
    expect([answer.matches.length, answer.unmatched]).toEqual([2, ['vera']]);
  });
});

test('scores are the decimals they are written as: 0.1 + 0.2 ties with 0.3', () => {
  const both = assign({
    mentees: ['a', 'b'],
    mentors: [{ id: 'x', capacity: 2 }],
    pairs: [
      ['a', 'x', 0.1],
      ['b', 'x', 0.2],
    ],
  });
  expect([both.total, both.proof.gap, both.proof.solution.whole]).toEqual([0.3, 0, true]);
});

test('nobody, nothing, everything forbidden', () => {
  expect(assign({ mentees: [], mentors: [], pairs: [] })).toMatchObject({
    matches: [],
    total: 0,
    optimal: true,
  });
  const none = assign({ mentees: ['b', 'a'], mentors: [{ id: 'x', capacity: 9 }], pairs: [] });
  expect([none.unmatched, none.optimal]).toEqual([['a', 'b'], true]);
  const shut = assign({ mentees: ['a'], mentors: [{ id: 'x', capacity: 0 }], pairs: [['a', 'x', 5]] });
  expect([shut.matches, shut.optimal, shut.total]).toEqual([[], true, 0]);
});

test('ids may be any strings; they are ordered by code point', () => {
  const mentees = ['\u{1F600}', '\uFF5E', 'constructor', '__proto__', '10', '9', ''];
  const { unmatched } = assign({ mentees, mentors: [], pairs: [] });
  expect(unmatched).toEqual(['', '10', '9', '__proto__', 'constructor', '\uFF5E', '\u{1F600}']);
});

test('scores of any size, and a total that no number can hold', () => {
  const huge = 1.5e308;
  const one: AssignmentInput = {
    mentees: ['a', 'b'],
    mentors: [{ id: 'x', capacity: 2 }],
    pairs: [['a', 'x', huge]],
  };
  expect(assign(one)).toMatchObject({ total: huge, optimal: true });
  expect(() => assign({ ...one, pairs: [...one.pairs, ['b', 'x', huge]] })).toThrow(/^pairs: .* too large/);
  const tiny = assign({ ...one, pairs: [['a', 'x', 5e-324]], objective: 'max-total' });
  expect([tiny.total, tiny.optimal]).toEqual([5e-324, true]);
});

test('what cannot be is refused by the name of its field', () => {
  const good = { mentees: ['a'], mentors: [{ id: 'x' }], pairs: [] };
  const bad: [Partial<AssignmentInput>, RegExp][] = [
    [{ mentees: ['a', 'a'] }, /^mentees\[1\] lists "a" a second time/],
    [{ mentors: [{ id: 'x' }, { id: 'x' }] }, /^mentors\[1\]\.id lists "x" a second time/],
    [{ mentors: [{ id: 'x', capacity: -1 }] }, /^mentors\[0\]\.capacity/],
    [{ mentors: [{ id: 'x', capacity: 1.5 }] }, /^mentors\[0\]\.capacity/],
    [{ pairs: [['a', 'x', Number.NaN]] }, /^pairs\[0\]\[2\]/],
    [{ pairs: [['b', 'x', 1]] }, /^pairs\[0\]\[0\] is "b"/],
    [{ pairs: [['a', 'y', 1]] }, /^pairs\[0\]\[1\] is "y"/],
    [
      {
        pairs: [
          ['a', 'x', 1],
          ['a', 'x', 2],
        ],
      },
      /^pairs\[1\] lists "a", "x" a second time/,
    ],
    [{ keep: [['a', 'y']] }, /^keep\[0\]\[1\]/],
    [
      {
        keep: [
          ['a', 'x'],
          ['a', 'x'],
        ],
      },
      /^keep\[1\]/,
    ],
  ];
  for (const [change, sentence] of bad) expect(() => assign({ ...good, ...change })).toThrow(sentence);
  expect(() => assign({ ...good, objective: JSON.parse('"best"') })).toThrow(/^objective must be/);
});

/** Where places are scarce, mentors sought after and scores alike, as they are in life. */
function town(mentees: number, mentors: number, each: number, places: number, digits: number) {
  const roll = dice(mentees + each);
  const liked = people(mentors, 'd').map(() => roll());
  const intake = new Intake();
  const input = {
    mentees: people(mentees, 'm'),
    mentors: people(mentors, 'd').map((id) => ({ id, capacity: Math.round(places * 2 * roll()) })),
    pairs: [] as [string, string, number][],
  };
  for (const mentee of input.mentees) {
    const among = new Set(Array.from({ length: each }, () => Math.floor(roll() * mentors)));
    for (const j of among) {
      input.pairs.push([mentee, `d${j}`, Number((liked[j]! + roll() - 0.7).toFixed(digits))]);
    }
  }
  for (const id of input.mentees) intake.addMentee(id);
  for (const { id, capacity } of input.mentors) intake.addMentor(id, capacity);
  for (const pair of input.pairs) intake.addPair(...pair);
  return { input, taken: intake.finish() };
}

describe.each([
  ['few pairs, hundredths, places to spare', town(800, 160, 10, 6, 2)],
  ['few pairs, hundredths, places scarce', town(800, 160, 10, 4, 2)],
  ['few pairs, all digits, places scarce', town(800, 160, 10, 4, 16)],
  ['most pairs, one place each', town(150, 150, 400, 0.5, 2)],
])('many people: %s', (_name, { input, taken }) => {
  test.each(['most-matched-then-total', 'max-total'] as const)(
    '%s: all solvers agree and prove it',
    (objective) => {
      const answers = Object.values(SOLVERS)
        .filter((_solver, at) => at < 3 || input.mentees.length < 200)
        .map((solver) => assignTaken(taken, objective, undefined, solver));
      for (const answer of answers) {
        expect(faults(input, answer)).toEqual([]);
        expect(answer.optimal).toBe(true);
        expect(answer.matches.length === answers[0]!.matches.length || objective === 'max-total').toBe(true);
        expect(answer.total).toBeCloseTo(answers[0]!.total, 9);
      }
    },
  );
});
