import { zoneNamed } from './foreign-zones.ts';
import { Properties } from './properties.ts';
import { readEvent } from './read-event.ts';
import { type ReadCalendar, type ReadEvent, Unreadable } from './reading.ts';
import { scan } from './scan.ts';
import { zonesOf } from './zones-of-file.ts';

/** Bytes of the largest file that is looked at. */
export const LARGEST = 1_000_000;

export interface Reading {
  /** For times that name none. */
  zone: string;
  /** Events; a file with more is refused. */
  most?: number;
  /** Told which line it is at. */
  reach?: (line: number) => void;
  /** Whether it has taken too long by now. */
  isLate?: () => boolean;
}

/**
 * Reads a calendar that a library or a hospital keeps, and says of one that is wrong on which line. A rule can be made to
 * keep it busy: what an outsider brings is read by `readApart`.
 */
export function readCalendar(
  bytes: Uint8Array,
  { zone, most = 2000, reach = () => {}, isLate = () => false }: Reading,
): ReadCalendar {
  try {
    if (bytes.length > LARGEST) throw new Unreadable(1, 'too-big');
    const calendar = scan(textOf(bytes));
    const own = new Properties(calendar.lines);
    const said = own.words('X-WR-TIMEZONE');
    const itsZone = said ? zoneNamed(said) : null;
    const parts = calendar.parts.filter(({ kind }) => kind === 'VEVENT');
    if (parts.length > most) throw new Unreadable(parts[most]!.number, 'too-many');
    const place = {
      zone,
      spent: { dates: 0 },
      zoneOf: zonesOf(calendar, itsZone ? [itsZone, zone] : [zone]),
    };
    const events = parts.map((part) => {
      reach(part.number);
      if (isLate()) throw new Unreadable(part.number, 'too-much-work');
      return readEvent(part, place);
    });
    apart(events);
    return { ok: true, name: own.words('NAME') ?? own.words('X-WR-CALNAME'), zone: itsZone, events };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, line: error.line, reason: error.reason };
    throw error;
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable(lineOfBadText(bytes), 'not-text');
  }
}

// Lines that are whole text, one after the other, until one is not.
function lineOfBadText(bytes: Uint8Array): number {
  const lenient = new TextDecoder().decode(bytes);
  return lenient.slice(0, lenient.indexOf('�')).split('\n').length;
}

/** One series, and each of its occurrences changed at most once. */
function apart(events: readonly ReadEvent[]): void {
  const seen = new Set<string>();
  for (const { uid, replaces, line } of events) {
    const key = `${replaces ? `${replaces.wall} ${replaces.zone}` : ''} ${uid}`;
    if (seen.has(key)) throw new Unreadable(line, 'repeated');
    seen.add(key);
  }
}
