import { expect, test } from 'vitest';
import { assign } from './assign.ts';
import { faults } from './checking.ts';

const people = (count: number, letter: string) => Array.from({ length: count }, (_, at) => `${letter}${at}`);

test('everybody wants the same mentors, each a little less than the next: rows are looked through whole', () => {
  const mentees = people(90, 'm');
  const mentors = people(90, 'd').map((id) => ({ id }));
  const pairs = mentees.flatMap((mentee, i) =>
    mentors.map(({ id }, j): [string, string, number] => [mentee, id, (i + 1) * (j + 1) + (i * j) / 128]),
  );
  const answer = assign({ mentees, mentors, pairs });
  expect(faults({ mentees, mentors, pairs }, answer)).toEqual([]);
  expect([answer.optimal, answer.matches.at(9)]).toEqual([true, ['m17', 'd17', 18 * 18 + (17 * 17) / 128]]);
});
