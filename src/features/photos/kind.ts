// Told by their first bytes, never by their name: what is none of these never reaches the decoder.
const KINDS: [kind: PhotoKind, at: number, sign: string][] = [
  ['jpeg', 0, 'ffd8ff'],
  ['png', 0, '89504e470d0a1a0a'],
  ['gif', 0, hex('GIF8')],
  ['webp', 8, hex('WEBP')],
  ['avif', 4, hex('ftypavif')],
  ...['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'].map((brand): [PhotoKind, number, string] => [
    'heic',
    4,
    hex(`ftyp${brand}`),
  ]),
];

/** What a picture is by itself; `heic` is known in order to say so. */
export type PhotoKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'heic';

/** The kind of a picture, or null for anything else (SVG too, which is a program more than a picture). */
export const kindOf = (bytes: Buffer): PhotoKind | null =>
  KINDS.find(([, at, sign]) => bytes.toString('hex', at, at + sign.length / 2) === sign)?.[0] ?? null;

function hex(text: string): string {
  return Buffer.from(text).toString('hex');
}
