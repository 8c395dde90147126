import { expect, test } from 'vitest';
import { worries } from './triage.ts';

test('while she types, marks do not hide a word; stars within one are letters left out', () => {
  for (const text of ['I want to **die**', 'I want to *kill* myself', 'quiero **morirme** ya'])
    expect(worries(text), text).toBe(true);
  expect(worries('I am **dead** tired, this traffic is *killing* me')).toBe(false);
});
