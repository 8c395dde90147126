import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, expect } from 'vitest';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1200, height: 900 };

// Nothing of the browser's own may look outside while our pages are tested.
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const html = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Written by the renderer, which leaves optional spaces and closes void elements as XML does.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-inline-style': 'error',
    'long-title': 'off',
    'doctype-style': 'off',
    // A list without bullets is still a list in every screen reader when the role says so.
    'no-redundant-role': 'off',
    'tel-non-breaking': 'off',
  },
});

/** A real browser for this test file, closed when the file is done. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: QUIET,
  });
  afterAll(() => browser.close());
  return browser;
}

/** One person's window. Every page she meets is checked: no axe violation, valid HTML, nothing on the console. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Opens a path and looks at it. */
  open(path: string): Promise<void>;
  /** Checks the page as it stands now, in light and in dark. */
  look(): Promise<void>;
  /** Fails when anything went wrong in this window that nobody looked at. */
  close(): Promise<void>;
}

export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: PHONE,
    locale: 'en-US',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A 4xx page is noted by the browser itself; the tests that want one ask for its status.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const to = new URL(request.url());
    if (to.protocol.startsWith('http') && to.origin !== new URL(url).origin)
      complaints.push(`asked ${to.origin}`);
  });
  const look = async () => {
    await axe(page, options.javaScriptEnabled !== false);
    const report = await html.validateString(await page.content());
    expect(
      report.results.flatMap((r) => r.messages.map((m) => `${m.ruleId}: ${m.message} (${m.selector})`)),
      page.url(),
    ).toEqual([]);
    const wider = await page.evaluate(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    );
    expect(wider, `${page.url()} scrolls sideways`).toBe(false);
    expect(complaints, page.url()).toEqual([]);
  };
  return {
    page,
    context,
    look,
    open: async (path) => {
      await page.goto(path);
      await look();
    },
    close: async () => {
      await context.close();
      expect(complaints).toEqual([]);
    },
  };
}

async function axe(page: Page, withScripts: boolean) {
  // axe itself is a script: without scripts the same pages are looked at by HTML rules alone.
  if (!withScripts) return;
  // A button that is scrolled half under the header is not a small one.
  await page.evaluate('window.scrollTo(0, 0)');
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNone(page, new AxeBuilder({ page }).withTags(RULES));
  // What changes in the dark is colour.
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone(page, new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));
  await page.emulateMedia({ colorScheme: 'light' });
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function expectNone(page: Page, axe: AxeBuilder) {
  // Legacy: in the page itself, without a second one to gather frames in; we have no frames.
  const { violations } = await axe.setLegacyMode().analyze();
  const told = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3)}`);
  expect(told, page.url()).toEqual([]);
}
