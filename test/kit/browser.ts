import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { expectOpenToAll } from './axe.ts';
import { wrongWith } from './whole-html.ts';

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
  context.setDefaultTimeout(45_000);
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
    // axe itself is a script: without scripts the same pages are looked at by HTML rules alone.
    if (options.javaScriptEnabled !== false) await expectOpenToAll(page);
    expect(await wrongWith(await page.content()), page.url()).toEqual([]);
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
