import { type Browser, chromium } from 'playwright-core';

/** Nothing of the browser's own may look outside while pages are measured. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that bin/bench.mjs found. */
export const chromiumPath = (): string => process.env.CHROMIUM || '/usr/bin/chromium';

export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
