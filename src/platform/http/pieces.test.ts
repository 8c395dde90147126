import { expect, it } from 'vitest';
import { Pieces } from './pieces.ts';

it('puts what is kept as bytes where its mark stands, and leaves everything else alone', () => {
  const pieces = new Pieces();
  const [one, two] = ['<p>María</p>', '<p>… and “Dana”</p>'].map((text) => pieces.take(Buffer.from(text)));
  const page = `<main>ñ${two}\0${one}${one}</main>\0 7\0`;
  expect(pieces.bytesOf(page).toString()).toBe(
    '<main>ñ<p>… and “Dana”</p>\0<p>María</p><p>María</p></main>\0 7\0',
  );
});

it('takes a mark that no piece belongs to for text', () => {
  const pieces = new Pieces();
  pieces.take(Buffer.from('kept'));
  expect(pieces.bytesOf('a\x009\0b').toString()).toBe('a\x009\0b');
  expect(new Pieces().bytesOf('a\x000\0b').toString()).toBe('a\x000\0b');
});
