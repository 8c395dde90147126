// Cuts the two typefaces down to what our languages need, one file per range of letters, and writes their @font-face rules.
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
const ASCII = range(0x20, 0x7e);
// English and Spanish, their neighbours' commonest letters, and the punctuation we set.
const EVERYDAY = [...ASCII, ...' ¡¿«»·°½ÁÀÂÃÇÉÈÊÍÎÓÔÕÚÜÑáàâãçéèêëíîïóôõúûüñ‐–—‘’“”•…−'];
const WESTERN = range(0xa0, 0xff).filter((letter) => !EVERYDAY.includes(letter));
const EXTENDED = [...range(0x100, 0x24f), ...range(0x1e00, 0x1eff)];

const FACES = [
  {
    family: 'Atkinson Hyperlegible Next',
    name: 'reading',
    file: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-LETTERS-wght-normal.woff2',
    axes: { wght: { min: 400, max: 700 } },
    weight: '400 700',
  },
  {
    family: 'Fraunces',
    name: 'heading',
    file: '@fontsource-variable/fraunces/files/fraunces-LETTERS-full-normal.woff2',
    axes: { wght: 560, opsz: 36, SOFT: 50, WONK: 0 },
    weight: '560',
  },
];

const PARTS = [
  { suffix: '', letters: 'latin', text: EVERYDAY },
  { suffix: '-western', letters: 'latin', text: WESTERN },
  { suffix: '-extended', letters: 'latin-ext', text: EXTENDED },
];

/** Writes `*.woff2` and `fonts.css` into `folder`. Only the everyday files are loaded by most pages. */
export async function cutFonts(folder) {
  await mkdir(folder, { recursive: true });
  const rules = [];
  for (const face of FACES) {
    for (const part of PARTS) {
      const name = `${face.name}${part.suffix}.woff2`;
      const whole = readFileSync(require.resolve(face.file.replace('LETTERS', part.letters)));
      const options = {
        targetFormat: 'woff2',
        variationAxes: face.axes,
        noLayoutClosure: true,
        noHinting: true,
      };
      await writeFile(join(folder, name), await subsetFont(whole, part.text.join(''), options));
      rules.push(rule(face, name, part.text));
    }
  }
  await writeFile(join(folder, 'fonts.css'), rules.join('\n'));
}

function rule({ family, weight }, file, letters) {
  return `@font-face {
  font-family: '${family}';
  src: url('./${file}') format('woff2');
  font-weight: ${weight};
  font-display: swap;
  unicode-range: ${ranges(letters)};
}
`;
}

// ['a','b','c','x'] → "U+61-63, U+78"
function ranges(letters) {
  const codes = letters.map((letter) => letter.codePointAt(0)).sort((a, b) => a - b);
  const runs = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last && code === last[1] + 1) last[1] = code;
    else runs.push([code, code]);
  }
  const hex = (code) => code.toString(16).toUpperCase();
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ');
}
