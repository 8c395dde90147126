import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { type Circle, herCircles, nextMeeting } from '../circles/index.ts';
import { herGatherings, hoursOff, type Listed, type Withdrawn, withdrawnFrom } from '../gatherings/index.ts';
import { herSlotsAhead, type SlotAhead } from '../help-calendars/index.ts';

export interface Meet {
  circle: Circle;
  start: Date;
  end: Date;
}

const WEEKS_AHEAD = 4;
const WEEK = 7 * 86_400_000;

/**
 * Something in her calendar: a circle's usual hour; a gathering she answered or organises, or her circle's; somebody who
 * comes to help her, or her turn to help.
 */
export type Entry = { start: Date } & (
  | { meeting: Meet; gathering?: undefined; help?: undefined }
  | { gathering: Listed; help?: undefined }
  | { help: SlotAhead; gathering?: undefined }
);

/**
 * What lies before her in the coming weeks, soonest first; what is on now is still among it. Where a circle planned a
 * gathering for its usual hour, that stands alone; where that is off, there is nothing.
 */
export async function herCalendar(tx: Tx, keys: Keyring, viewer: Viewer, now = new Date()): Promise<Entry[]> {
  const circles = (await herCircles(tx, viewer)).shown.map(({ circle }) => circle);
  const until = new Date(now.getTime() + WEEKS_AHEAD * WEEK);
  const ids = circles.map(({ circleId }) => circleId);
  const gatherings = await herGatherings(tx, viewer, now, until, ids);
  const planned = new Set(
    gatherings
      .map(({ gathering, occurrence }) => `${gathering.circleId} ${occurrence.recursAt.getTime()}`)
      .concat(await hoursOff(tx, viewer)),
  );
  const meetings = circles
    .flatMap((circle) => meetingsOf(circle, now))
    .filter(({ circle, start }) => !planned.has(`${circle.circleId} ${start.getTime()}`));
  const shown = gatherings.filter(({ answer }) => answer !== 'no');
  const help = await herSlotsAhead(tx, keys, viewer, now, until);
  return [
    ...help.map((one): Entry => ({ start: one.slot.startsAt, help: one })),
    ...meetings.map((meeting): Entry => ({ start: meeting.start, meeting })),
    ...shown.map((gathering): Entry => ({ start: gathering.occurrence.startsAt, gathering })),
  ].sort((a, b) => a.start.getTime() - b.start.getTime());
}

/** What she is down for in the coming weeks and cannot see any more. */
export async function withdrawnAhead(tx: Tx, viewer: Viewer, now = new Date()): Promise<Withdrawn[]> {
  const until = new Date(now.getTime() + WEEKS_AHEAD * WEEK);
  const hers = await withdrawnFrom(tx, viewer);
  return hers.filter(({ startsAt, endsAt }) => endsAt > now && startsAt < until);
}

function meetingsOf(circle: Circle, now: Date): Meet[] {
  const last = now.getTime() + WEEKS_AHEAD * WEEK;
  const meetings: Meet[] = [];
  let from = now;
  for (;;) {
    const next = nextMeeting(circle, from);
    if (!next || next.start.getTime() > last) return meetings;
    meetings.push({ circle, ...next });
    from = next.end;
  }
}
