import { type Circle, type Meeting, nextMeeting } from '../circles/index.ts';

const KEPT = 2_000;
const kept = new Map<string, Meeting>();

/**
 * The circle's next meeting. Calendar arithmetic takes as long as the rest of the page's head, and a room is opened
 * far more often than it meets: the answer is kept until that meeting is over, or its hours are changed.
 */
export function comingMeeting(circle: Circle, now: Date): Meeting | null {
  const rhythm = [
    circle.circleId,
    circle.weekday,
    circle.startTime,
    circle.minutes,
    circle.everyWeeks,
    circle.firstMeeting,
    circle.timeZone,
  ].join(' ');
  const known = kept.get(rhythm);
  if (known && known.end > now) return known;
  const next = nextMeeting(circle, now);
  if (kept.size >= KEPT) kept.clear();
  if (next) kept.set(rhythm, next);
  return next;
}
