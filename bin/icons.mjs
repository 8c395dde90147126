// Draws the PNG icons from src/ui/icons/icon.svg with a Chromium. Run by hand when the mark changes; the PNGs are committed.
//   CHROMIUM=/path/to/chromium node bin/icons.mjs
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const folder = fileURLToPath(new URL('../src/ui/icons/', import.meta.url));
const svg = await readFile(`${folder}icon.svg`, 'utf8');
// Android cuts maskable icons to any shape, iOS rounds the corners itself: both get the colour to the very edge.
const square = svg.replace('rx="14" ', '');

const ICONS = [
  { file: 'icon-32.png', size: 32, mark: svg },
  { file: 'icon-192.png', size: 192, mark: svg },
  { file: 'icon-512.png', size: 512, mark: svg },
  { file: 'icon-180.png', size: 180, mark: square },
  {
    file: 'icon-maskable-512.png',
    size: 512,
    mark: square.replace(/viewBox="[^"]*"/, 'viewBox="-6 -6 76 76"'),
    bleed: true,
  },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const { file, size, mark, bleed } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const ground = bleed ? '#1d1d2f' : 'transparent';
  await page.setContent(
    `<style>*{margin:0}body{background:${ground}}svg{display:block;width:100vw}</style>${mark}`,
  );
  await page.screenshot({ path: folder + file, omitBackground: true });
  await page.close();
}
await browser.close();
