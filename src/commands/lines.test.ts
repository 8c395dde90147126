import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from './lines.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, size: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const pieces of linesOf(inChunks(new TextEncoder().encode(text), size))) {
    for (const piece of pieces) lines.push(piece.text);
  }
  return lines;
}

test('however the bytes come, the lines are the same', async () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\r\n\ufeff]/.test(text));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 9 }), async (lines, size) => {
      expect(await read(lines.map((each) => `${each}\r\n`).join(''), size)).toEqual(lines);
      expect(await read([...lines, 'end'].join('\n'), size)).toEqual([...lines, 'end']);
    }),
  );
});

test('a line of any length comes in pieces, of which the last is told', async () => {
  const long = 'é'.repeat((1 << 20) * 3);
  const all = [];
  for await (const pieces of linesOf(inChunks(new TextEncoder().encode(`${long}\nb`), 1 << 16)))
    all.push(...pieces);
  expect(all.map(({ isLast }) => isLast)).toEqual([...Array(all.length - 2).fill(false), true, true]);
  expect(all.length).toBeGreaterThan(3);
  expect(
    all
      .slice(0, -1)
      .map(({ text }) => text)
      .join(''),
  ).toBe(long);
});
