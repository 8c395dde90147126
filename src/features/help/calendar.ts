import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';
import { type Circle, herCircles, nextMeeting } from '../circles/index.ts';

export interface Meet {
  circle: Circle;
  start: Date;
  end: Date;
}

const WEEKS_AHEAD = 4;
const WEEK = 7 * 86_400_000;

/** When her circles meet in the coming weeks, soonest first; one that is on now is still among them. */
export async function herMeetings(tx: Tx, viewer: Viewer, now = new Date()): Promise<Meet[]> {
  const circles = (await herCircles(tx, viewer)).shown.map(({ circle }) => circle);
  return circles
    .flatMap((circle) => meetingsOf(circle, now))
    .sort((a, b) => a.start.getTime() - b.start.getTime() || a.circle.name.localeCompare(b.circle.name));
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
