import { launch } from 'chrome-launcher';
import lighthouse, { type Result } from 'lighthouse';
import { chromium } from 'playwright-core';
import { chromiumPath, FLAGS } from './chromium.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

export interface Verdict {
  scores: Record<Category, number>;
  /** What kept a category below 100, by category. */
  because: Record<Category, string[]>;
}

/** As often as Lighthouse may lose its own trace ("Please run Lighthouse again") on a busy machine. */
const TRIES = 3;

/** Lighthouse's judgement of one page, as a phone on a slow network would see it (its own mobile settings). */
export async function judge(url: string, cookie?: string, tries = TRIES): Promise<Verdict> {
  const chrome = await launch({ chromePath: chromiumPath(), chromeFlags: ['--headless=new', ...FLAGS] });
  try {
    if (cookie) await bring(cookie, url, chrome.port);
    const run = await lighthouse(url, {
      port: chrome.port,
      onlyCategories: [...CATEGORIES],
      logLevel: 'error',
    });
    const problem = run ? run.lhr.runtimeError : { code: 'none', message: 'no result' };
    if (run && !problem) return verdictOf(run.lhr);
    if (problem?.code !== 'NO_NAVSTART' || tries <= 1) throw new Error(`${url}: ${problem?.message}`);
  } finally {
    chrome.kill();
  }
  return judge(url, cookie, tries - 1);
}

/** Signs the browser in as a person's is: the cookie in its own jar, so that an event source sends it too. */
async function bring(cookie: string, url: string, port: number): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const cookies = cookie.split('; ').map((pair) => ({
    name: pair.slice(0, pair.indexOf('=')),
    value: pair.slice(pair.indexOf('=') + 1),
    url,
  }));
  await browser.contexts()[0]!.addCookies(cookies);
  await browser.close();
}

function verdictOf({ categories, audits }: Result): Verdict {
  const scores = {} as Verdict['scores'];
  const because = {} as Verdict['because'];
  for (const name of CATEGORIES) {
    const category = categories[name]!;
    scores[name] = Math.round((category.score ?? 0) * 100);
    because[name] = category.auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) =>
        [id, audits[id]?.displayValue, complaints(audits[id]?.details)].filter(Boolean).join(' '),
      );
  }
  return { scores, because };
}

/** What a browser's console said, in its own words. */
function complaints(details: Result['audits'][string]['details']): string | undefined {
  if (details?.type !== 'table' || !details.items.some((item) => 'sourceLocation' in item)) return undefined;
  return details.items.map((item) => String(item.description)).join(', ');
}
