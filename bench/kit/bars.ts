/** One thing that was measured, for each of several ways. */
export interface Column {
  title: string;
  unit: string;
  bars: { name: string; value: number }[];
}

const WIDTH = 760;
const BAR = 18;
const GAP = 6;
const LABEL = 190;
const ROOM = 90;
const COLORS = ['#b8a99a', '#8a9bb0', '#2f6b5e', '#7fb3a4'];

/** Bars, one block under another, each from zero. Plain SVG with its own light ground, so that it reads on any page. */
export function drawBars(columns: Column[]): string {
  const block = (bars: number) => 30 + bars * (BAR + GAP) + 14;
  let top = 16;
  const blocks = columns.map((column) => {
    const drawn = drawBlock(column, top);
    top += block(column.bars.length);
    return drawn;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" width="${WIDTH}" height="${top}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    '<title>A year of mentoring: the engine beside first-come matching</title>',
    `<rect width="${WIDTH}" height="${top}" fill="#fffdf9"/>`,
    ...blocks,
    '</svg>\n',
  ].join('\n');
}

function drawBlock({ title, unit, bars }: Column, top: number): string {
  const most = Math.max(...bars.map(({ value }) => value), 1e-9);
  const rows = bars.map(({ name, value }, at) => {
    const y = top + 26 + at * (BAR + GAP);
    const width = Math.max(1, (value / most) * (WIDTH - LABEL - ROOM));
    const middle = y + BAR - 5;
    return [
      `<text x="${LABEL - 10}" y="${middle}" text-anchor="end" fill="#3a332c">${name}</text>`,
      `<rect x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="3" fill="${COLORS[at % COLORS.length]}"/>`,
      `<text x="${(LABEL + width + 6).toFixed(1)}" y="${middle}" fill="#3a332c">${shown(value)} ${unit}</text>`,
    ].join('\n');
  });
  return [`<text x="16" y="${top + 14}" font-weight="600" fill="#3a332c">${title}</text>`, ...rows].join(
    '\n',
  );
}

const shown = (value: number): string =>
  value >= 20 ? value.toFixed(0) : value.toFixed(2).replace(/0$/, '');
