import type { CalendarEvent } from '../../platform/ical/index.ts';
import { occurrenceAt, wallAt, wallText } from '../../platform/recurrence/index.ts';
import { type Circle, circleName, nextMeeting } from '../circles/index.ts';
import type { Teller } from './telling.ts';

/**
 * A circle's usual hour as one event that recurs; none where it keeps no hour. Where something was planned for that very
 * hour, that stands alone: `planned` holds circles with instants.
 */
export function usualHours(teller: Teller, circle: Circle, planned: ReadonlySet<string>): CalendarEvent[] {
  const first = nextMeeting(circle, new Date(0));
  if (!first || !circle.startTime) return [];
  const { t, origin } = teller;
  const url = `${origin}/circles/${circle.circleId}`;
  const day = wallText(wallAt(+first.start, circle.timeZone)).slice(0, 10);
  const series = {
    start: `${day}T${circle.startTime.slice(0, 5)}:00`,
    zone: circle.timeZone,
    rule: `FREQ=WEEKLY;INTERVAL=${circle.everyWeeks ?? 1}`,
    lasts: { minutes: (+first.end - +first.start) / 60_000 },
  };
  const taken = [...planned]
    .filter((one) => one.startsWith(`${circle.circleId} `))
    .map((one) => new Date(Number(one.slice(circle.circleId.length + 1))))
    .map((at) => wallText(wallAt(+at, series.zone)))
    .filter((wall) => wall.endsWith(series.start.slice(10)) && +occurrenceAt(series, wall).starts > 0);
  return [
    {
      ...series,
      except: taken,
      uid: `hours-of-${circle.circleId}@porchlight`,
      sequence: 0,
      stamp: circle.createdAt,
      status: 'confirmed',
      summary: circleName(teller, circle),
      description: url,
      location:
        circle.place === 'online'
          ? t('words.place.online')
          : (circle.placeName ?? t(`words.place.${circle.place}`)),
      url,
      private: true,
    },
  ];
}
