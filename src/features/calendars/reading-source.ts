import { createHash } from 'node:crypto';
import { type ReadCalendar, type ReadEvent, type Reason, readCalendar } from '../../platform/ical/index.ts';
import { expand, occurrenceAt, parseRule, RecurrenceError } from '../../platform/recurrence/index.ts';
import type { Draft } from '../gatherings/index.ts';
import { type Change, changeOf, draftOf } from './foreign-draft.ts';
import type { Source } from './source.ts';

/** Something that happens in another's calendar, as it shall stand here. */
export interface Item {
  /** Its name there. */
  foreignUid: string;
  draft: Draft;
  /** Single times that are not as the series says. */
  changes: Change[];
  cancelled: boolean;
  /** When it takes place next; null: it is over. */
  next: Date | null;
  /** Of all of the above: what has the same is the same. */
  digest: string;
}

export type LeftOut = 'too-long' | 'too-often' | 'too-many-dates' | 'too-many' | 'private' | 'too-much-work';

export interface Plan {
  ok: true;
  items: Item[];
  /** Names that are in the file, and are not taken: they have not vanished. */
  leftOut: { foreignUid: string; line: number; title: string; why: LeftOut }[];
}

export type Unread = { ok: false; line: number; reason: Reason };

/** So many of one calendar: more is a whole town's. */
const MOST = 300;
const LONGEST = 20_160;
/** What looking for their next times may cost together, in microseconds of this process. */
const MOST_WORK = 250_000;
const AHEAD = 400 * 86_400_000;

/** What a file of theirs says, or the line that is wrong with it. Done within a second, whatever the file. */
export function planOf(source: Source, zone: string, bytes: Uint8Array, now: Date): Plan | Unread {
  const read: ReadCalendar = readCalendar(bytes, { zone });
  if (!read.ok) return read;
  const changes = new Map<string, ReadEvent[]>();
  for (const one of read.events.filter(({ replaces }) => replaces))
    changes.set(one.uid, [...(changes.get(one.uid) ?? []), one]);
  const whole = read.events.filter(({ replaces }) => !replaces);
  const known = new Set(whole.map(({ uid }) => uid));
  // A change of something that is not in the file stands for itself.
  const alone = read.events.filter(({ uid, replaces }) => replaces && !known.has(uid));
  const plan: Plan = { ok: true, items: [], leftOut: [] };
  const begun = process.cpuUsage().user;
  for (const event of [...whole, ...alone]) {
    const foreignUid = event.replaces ? `${event.uid} ${event.replaces.wall}` : event.uid;
    const spent = process.cpuUsage().user - begun > MOST_WORK;
    const why = spent ? 'too-much-work' : whyNot(event);
    const item = why ?? itemOf(source, zone, foreignUid, event, changes.get(event.uid) ?? [], now);
    if (typeof item === 'string')
      plan.leftOut.push({ foreignUid, line: event.line, title: event.summary, why: item });
    else plan.items.push(item);
  }
  return capped(plan, whole);
}

/** Those that come soonest, as many as we take; the rest is said to be left out. */
function capped(plan: Plan, events: ReadEvent[]): Plan {
  const ahead = plan.items.filter(({ next }) => next).sort((a, b) => +a.next! - +b.next!);
  const tooMany = new Set(ahead.slice(MOST).map(({ foreignUid }) => foreignUid));
  if (tooMany.size === 0) return plan;
  const lines = new Map(events.map(({ uid, line }) => [uid, line]));
  const out = plan.items
    .filter(({ foreignUid }) => tooMany.has(foreignUid))
    .map(({ foreignUid, draft }) => ({
      foreignUid,
      line: lines.get(foreignUid) ?? 1,
      title: draft.title,
      why: 'too-many' as const,
    }));
  return {
    ...plan,
    items: plan.items.filter(({ foreignUid }) => !tooMany.has(foreignUid)),
    leftOut: [...plan.leftOut, ...out],
  };
}

function whyNot(event: ReadEvent): LeftOut | null {
  const { rule, extra = [], except = [], lasts } = event;
  if (event.private) return 'private';
  if ((lasts.days ?? 0) * 1440 + (lasts.minutes ?? 0) > LONGEST) return 'too-long';
  if (extra.length > 400 || except.length > 400) return 'too-many-dates';
  if (!rule) return null;
  const parsed = parseRule(rule);
  if (!parsed.ok || rule.length > 500) return 'too-much-work';
  const { frequency, hours, minutes } = parsed.rule;
  const often = frequency === 'hourly' || frequency === 'minutely' || hours.length > 1 || minutes.length > 1;
  return often ? 'too-often' : null;
}

function itemOf(
  source: Source,
  zone: string,
  foreignUid: string,
  event: ReadEvent,
  replaced: ReadEvent[],
  now: Date,
): Item | LeftOut {
  const draft = draftOf(source, zone, event);
  const changes = event.replaces ? [] : replaced.map((one) => changeOf(draft, one));
  const cancelled = event.status === 'cancelled';
  try {
    const next = nextIn(event, changes, now);
    const digest = createHash('sha256')
      .update(JSON.stringify([draft, changes, cancelled]))
      .digest('base64url');
    return { foreignUid, draft, changes, cancelled, next: cancelled ? null : next, digest };
  } catch (error) {
    if (error instanceof RecurrenceError) return 'too-much-work';
    throw error;
  }
}

/** When it takes place next, or is on now; null when it does not any more. */
function nextIn(event: ReadEvent, changes: Change[], now: Date): Date | null {
  const { starts, ends } = occurrenceAt(event, event.start);
  const from = new Date(+now - (+ends - +starts));
  const [next] =
    starts >= from ? [{ starts }] : expand(event, { from, to: new Date(+now + AHEAD), atMost: 1 });
  const moved = changes.filter((one) => !one.cancelled && one.endsAt > now).map(({ startsAt }) => startsAt);
  const all = [...(next ? [next.starts] : []), ...moved].sort((a, b) => +a - +b);
  return all[0] ?? null;
}
