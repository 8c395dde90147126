import type { Browser, CDPSession } from 'playwright-core';

/** Bytes over the wire of one page, headers included, by what they were for. */
export type Weights = Record<'html' | 'js' | 'css' | 'fonts' | 'rest', number>;

const KINDS: Record<string, keyof Weights> = {
  Document: 'html',
  Script: 'js',
  Stylesheet: 'css',
  Font: 'fonts',
};

/** Opens a page in a fresh phone-sized window and adds up what the browser says it received. */
export async function weigh(browser: Browser, url: string, cookie?: string): Promise<Weights> {
  // The service worker lays in its offline copies once the page has loaded; they are weighed by themselves.
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'en-US',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  if (cookie) await context.addCookies([{ ...pair(cookie), url }]);
  const weights: Weights = { html: 0, js: 0, css: 0, fonts: 0, rest: 0 };
  listen(await context.newCDPSession(page), weights);
  const answer = await page.goto(url, { waitUntil: 'networkidle' });
  if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`);
  await context.close();
  return weights;
}

function listen(session: CDPSession, weights: Weights): void {
  const kinds = new Map<string, keyof Weights>();
  session.on('Network.responseReceived', ({ requestId, type }) => {
    kinds.set(requestId, KINDS[type] ?? 'rest');
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weights[kinds.get(requestId) ?? 'rest'] += encodedDataLength;
  });
  void session.send('Network.enable');
}

const pair = (cookie: string) => {
  const at = cookie.indexOf('=');
  return { name: cookie.slice(0, at), value: cookie.slice(at + 1) };
};
