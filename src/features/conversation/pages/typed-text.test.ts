import { expect, it } from 'vitest';
import { typedText } from './typed-text.ts';

const links = async (text: string) =>
  [...(await Promise.all(typedText(text))).join('').matchAll(/href="([^"]*)"/g)].map(
    ([, address]) => address,
  );

it.each([
  ['See https://a.org/b_(c).', ['https://a.org/b_(c)']],
  ['(https://a.org/x)', ['https://a.org/x']],
  ['[https://a.org/x], and (see https://b.org/(y)!)', ['https://a.org/x', 'https://b.org/(y)']],
  ['https://a.org/x...)_', ['https://a.org/x']],
  ['https://our.site@elsewhere.org javascript:alert(1)', []],
])('%j leads to %j', async (text, addresses) => {
  expect(await links(text)).toEqual(addresses);
});

// As long as a post may be. Each sign once walked over once more for every other took twelve seconds.
it.each([')', '.', '.)', '(.', '[)'])(
  'a long tail of %j is cut off and costs no more than it should',
  async (tail) => {
    const body = `https://a.org/x${tail.repeat(9_900 / tail.length)}`;
    const begun = process.cpuUsage();
    await links(body);
    const { user, system } = process.cpuUsage(begun);
    expect(user + system).toBeLessThan(500_000);
  },
);
