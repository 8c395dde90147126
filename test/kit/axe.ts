import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is looked at once: the rules of structure, and of colour as it is by day. */
const ALL = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** What the dark changes is colour. */
const COLOUR = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** Fails when axe finds anything wrong with the page as it stands, in light or in dark. */
export async function expectOpenToAll(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violations(page, ALL);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, COLOUR);
  await page.emulateMedia({ colorScheme: 'light' });
  expect({ light, dark }, page.url()).toEqual({ light: [], dark: [] });
}

/**
 * axe stays in the page for its second run, and tells of what is wrong alone: its half a megabyte sent twice, and the
 * long list of all that is right, took twice as long as looking.
 */
async function violations(page: Page, runOnly: typeof ALL): Promise<string[]> {
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(source);
  // A button that is scrolled half under the header is not a small one.
  return page.evaluate<string[]>(`scrollTo(0, 0);
    axe.run({ runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ target }) => target.join(' '))))`);
}
