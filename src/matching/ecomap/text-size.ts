/** The size of a name on the picture, in units of the picture; at 360 pixels' width a unit is a pixel. */
export const LETTER = 13;
export const LINE = 16;
/** A name's longest line. */
const LONGEST = 92;
const MOST_LINES = 2;

// Widths in units of the letter's size, on the wide side: a box may be roomy, but no name may stand in another's way.
const NARROW = /[iljtfrI.,:;'’|!()[\] -]/;
const WIDE = /[mwMWQOGCD@%&]/;
const CAPITAL = /[A-ZÀ-ÖØ-Þ0-9]/;
// Letters of other scripts, and pictures: as wide as high.
const LATIN = /[ -~\u00a0-\u024f\u1e00-\u1eff\u2010-\u2027]/;

/** How wide a line of letters is at most, in units of the picture. */
export function widthOf(text: string): number {
  let sum = 0;
  for (const sign of signsOf(text)) sum += signWidth(sign);
  return Math.ceil(sum * LETTER);
}

function signWidth(sign: string): number {
  if (!LATIN.test(sign)) return 1.15;
  if (NARROW.test(sign)) return 0.4;
  if (WIDE.test(sign)) return 0.88;
  return CAPITAL.test(sign) ? 0.7 : 0.6;
}

const signs = new Intl.Segmenter('und', { granularity: 'grapheme' });
const signsOf = (text: string): string[] => [...signs.segment(text)].map(({ segment }) => segment);

/** A name as it stands on the picture: one line or two, the rest cut off. The whole name stands in the list. */
export function linesOf(name: string): string[] {
  const lines: string[] = [];
  let rest = name.trim().replace(/\s+/g, ' ');
  while (rest && lines.length < MOST_LINES) {
    const last = lines.length === MOST_LINES - 1;
    const line = last ? cut(rest) : firstLine(rest);
    lines.push(line);
    rest = last ? '' : rest.slice(line.length).trim();
  }
  return lines;
}

/** As many whole words as fit; of a word longer than the line, what fits of it. */
function firstLine(text: string): string {
  const words = text.split(' ');
  let line = words[0]!;
  if (widthOf(line) > LONGEST) return fitting(line, LONGEST);
  for (const word of words.slice(1)) {
    if (widthOf(`${line} ${word}`) > LONGEST) break;
    line += ` ${word}`;
  }
  return line;
}

const cut = (text: string): string =>
  widthOf(text) <= LONGEST ? text : `${fitting(text, LONGEST - widthOf('…')).trimEnd()}…`;

function fitting(text: string, most: number): string {
  let kept = '';
  for (const sign of signsOf(text)) {
    if (widthOf(kept + sign) > most) break;
    kept += sign;
  }
  return kept;
}
