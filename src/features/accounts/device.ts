const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\/|\bOPT\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'Chromebook'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
];

const nameIn = (list: [RegExp, string][], agent: string): string =>
  list.find(([sign]) => sign.test(agent))?.[1] ?? '';

/** What is kept of a browser's long description of itself: 'Firefox/Android'. Enough to know one's own phone by. */
export function deviceOf(agent: string | null | undefined): string {
  return `${nameIn(BROWSERS, agent ?? '')}/${nameIn(SYSTEMS, agent ?? '')}`;
}

/** The two words back; empty where it was not known. */
export function deviceWords(kept: string | null): { browser: string; system: string } {
  const [browser = '', system = ''] = (kept ?? '').split('/');
  return { browser, system };
}
