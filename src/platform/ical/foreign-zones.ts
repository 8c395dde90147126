import { findIana } from 'windows-iana';
import { remember } from '../memory/index.ts';
import { isZone } from '../time/index.ts';

const asked = remember<string | null>(2000);

/** The IANA zone that a TZID means: its own name, one with something before it, or what Windows calls it; else null. */
export function zoneNamed(tzid: string): string | null {
  return asked(tzid.slice(0, 200), () => named(tzid.trim()));
}

function named(tzid: string): string | null {
  if (canonical(tzid)) return canonical(tzid);
  // "/mozilla.org/20050126_1/America/Chicago", "America/Argentina/Buenos_Aires"
  const pieces = tzid.split('/');
  for (const length of [3, 2]) {
    const end = pieces.slice(-length).join('/');
    if (pieces.length > length && canonical(end)) return canonical(end);
  }
  const [windows] = findIana(tzid.replace(/^(Custom|tzone:\/\/Microsoft\/)/, ''));
  return windows ? canonical(windows) : null;
}

// The house lists zones by one name each; a file may use an older one that every machine knows.
function canonical(name: string): string | null {
  if (!/^[A-Za-z][\w+/-]{1,60}$/.test(name)) return null;
  if (isZone(name)) return name;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return timeZone;
  } catch {
    return null;
  }
}
