import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { writtenLooks } from './written-looks.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of structure, asked of every page whole. */
const ALL = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  // Three quarters of the time, for text that looks as it did on the page before: see below.
  rules: { 'color-contrast': { enabled: false } },
};

/** What a scheme changes is colour. */
const COLOUR = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** How text looked that axe found to be legible, by day or by night, on any page of this run (see `writtenLooks`). */
const legible = new Set<string>();

/** Fails when axe finds anything wrong with the page as it stands, in light or in dark. */
export async function expectOpenToAll(page: Page): Promise<void> {
  // axe stays in the page for all its runs: sending half a megabyte takes as long as looking.
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(source);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = [...(await violations(page)), ...(await illegible(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await illegible(page);
  await page.emulateMedia({ colorScheme: 'light' });
  expect({ light, dark }, page.url()).toEqual({ light: [], dark: [] });
}

function violations(page: Page): Promise<string[]> {
  // A button that is scrolled half under the header is not a small one.
  return page.evaluate<string[]>(`scrollTo(0, 0);
    axe.run({ ...${JSON.stringify(ALL)}, resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ target }) => target.join(' '))))`);
}

/** The rules of colour on all text that looks as none did before. What axe could not judge is asked again the next time. */
async function illegible(page: Page): Promise<string[]> {
  const looks = await page.evaluate<string[]>(`(${writtenLooks})()`);
  const unseen = looks.filter((look) => !legible.has(look));
  if (unseen.length === 0) return [];
  const { wrong, passed } = await page.evaluate<{ wrong: string[]; passed: string[] }>(`(() => {
    const unseen = new Set(${JSON.stringify(unseen)});
    const include = [...window.written].filter(([, look]) => unseen.has(look)).map(([element]) => element);
    const runOnly = ${JSON.stringify(COLOUR)};
    return axe.run({ include }, { runOnly, resultTypes: ['violations', 'passes'], selectors: false, elementRef: true })
      .then(({ violations, passes }) => ({
        wrong: violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html)),
        passed: passes.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes)
          .map(({ element }) => window.written.get(element)).filter(Boolean),
      }));
  })()`);
  if (wrong.length === 0) for (const look of passed) legible.add(look);
  return wrong;
}
