import { expand, occurrenceAt, RecurrenceError } from '../recurrence/index.ts';
import { readCalendar } from './read.ts';
import type { ReadCalendar, ReadEvent } from './reading.ts';

export interface Asked {
  bytes: Uint8Array;
  /** For times that name none. */
  zone: string;
  now: Date;
}

/** An event and when it takes place next, or is on now, within 400 days. Of what stands for one time of another event, null. */
export interface EventAhead extends ReadEvent {
  next: Date | null | 'too-much-work';
}

export type ReadAhead = { ok: true; events: EventAhead[] } | Extract<ReadCalendar, { ok: false }>;

/** By the clock, of the second that a thread has: what is not found until then is said to be too much. */
const ENOUGH_MS = 850;
/** A rule that takes so long to look up once is none of people's: of work, since a busy machine makes all of them slow. */
const LONGEST = 150_000;
const AHEAD = 400 * 86_400_000;

/** Reads a calendar and looks when its events take place next. `reach` is told which line it is at. */
export function readAhead({ bytes, zone, now }: Asked, reach: (line: number) => void): ReadAhead {
  const begun = performance.now();
  const read = readCalendar(bytes, { zone, reach, isLate: () => performance.now() - begun > ENOUGH_MS });
  if (!read.ok) return read;
  const whole = new Set(read.events.filter(({ replaces }) => !replaces).map(({ uid }) => uid));
  const events = read.events.map((event): EventAhead => {
    reach(event.line);
    // A change of something that is not in the file stands for itself.
    if (event.replaces && whole.has(event.uid)) return { ...event, next: null };
    const late = performance.now() - begun > ENOUGH_MS;
    return { ...event, next: late ? 'too-much-work' : timed(() => nextOf(event, now)) };
  });
  return { ok: true, events };
}

function timed(look: () => Date | null): EventAhead['next'] {
  const begun = process.cpuUsage().user;
  try {
    const next = look();
    return process.cpuUsage().user - begun > LONGEST ? 'too-much-work' : next;
  } catch (error) {
    if (error instanceof RecurrenceError) return 'too-much-work';
    throw error;
  }
}

function nextOf(event: ReadEvent, now: Date): Date | null {
  const { starts, ends } = occurrenceAt(event, event.start);
  const from = new Date(+now - (+ends - +starts));
  if (starts >= from) return starts;
  return expand(event, { from, to: new Date(+now + AHEAD), atMost: 1 })[0]?.starts ?? null;
}
