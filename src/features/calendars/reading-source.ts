import { createHash } from 'node:crypto';
import type { EventAhead, ReadAhead, ReadEvent, Reason } from '../../platform/ical/index.ts';
import { parseRule } from '../../platform/recurrence/index.ts';
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

/** What becomes of a file of theirs, or the line that is wrong with it. Nothing is worked out here: `readApart` has. */
export function planOf(source: Source, zone: string, read: ReadAhead, now: Date): Plan | Unread {
  if (!read.ok) return read;
  const changes = new Map<string, ReadEvent[]>();
  for (const one of read.events.filter(({ replaces }) => replaces))
    changes.set(one.uid, [...(changes.get(one.uid) ?? []), one]);
  const whole = read.events.filter(({ replaces }) => !replaces);
  const known = new Set(whole.map(({ uid }) => uid));
  // A change of something that is not in the file stands for itself.
  const alone = read.events.filter(({ uid, replaces }) => replaces && !known.has(uid));
  const plan: Plan = { ok: true, items: [], leftOut: [] };
  for (const event of [...whole, ...alone]) {
    const foreignUid = event.replaces ? `${event.uid} ${event.replaces.wall}` : event.uid;
    const why = whyNot(event);
    if (why) plan.leftOut.push({ foreignUid, line: event.line, title: event.summary, why });
    else plan.items.push(itemOf(source, zone, foreignUid, event, changes.get(event.uid) ?? [], now));
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

function whyNot(event: EventAhead): LeftOut | null {
  const { rule, extra = [], except = [], lasts } = event;
  if (event.private) return 'private';
  if ((lasts.days ?? 0) * 1440 + (lasts.minutes ?? 0) > LONGEST) return 'too-long';
  if (extra.length > 400 || except.length > 400) return 'too-many-dates';
  if (event.next === 'too-much-work') return 'too-much-work';
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
  event: EventAhead,
  replaced: ReadEvent[],
  now: Date,
): Item {
  const draft = draftOf(source, zone, event);
  const changes = event.replaces ? [] : replaced.map((one) => changeOf(draft, one));
  const cancelled = event.status === 'cancelled';
  const digest = createHash('sha256')
    .update(JSON.stringify([draft, changes, cancelled]))
    .digest('base64url');
  return {
    foreignUid,
    draft,
    changes,
    cancelled,
    next: cancelled ? null : nextIn(event, changes, now),
    digest,
  };
}

/** When it takes place next, or is on now; null when it does not any more. */
function nextIn({ next }: EventAhead, changes: Change[], now: Date): Date | null {
  const moved = changes.filter((one) => !one.cancelled && one.endsAt > now).map(({ startsAt }) => startsAt);
  const all = [...(next instanceof Date ? [next] : []), ...moved].sort((a, b) => +a - +b);
  return all[0] ?? null;
}
