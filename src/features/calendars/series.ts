import {
  expand,
  isPlain,
  type Length,
  type Series,
  wallAt,
  wallText,
} from '../../platform/recurrence/index.ts';
import { type Gathering, type Occurrence, seriesOf } from '../gatherings/index.ts';

/** When a gathering happens, as files name it: whole days by their date alone. */
export function seriesIn(gathering: Gathering): Series {
  const series = seriesOf(gathering);
  return gathering.allDay ? { ...series, start: series.start.slice(0, 10) } : series;
}

/** The start of one time on the wall of its place. */
export const dayOrWall = ({ timeZone, allDay }: Pick<Gathering, 'timeZone' | 'allDay'>, at: Date): string =>
  wallText(wallAt(+at, timeZone)).slice(0, allDay ? 10 : 19);

/** How long one time lasts. A whole day by the calendar, also on the days when clocks change. */
export function lengthOf(
  { allDay }: Pick<Gathering, 'allDay'>,
  { startsAt, endsAt }: Pick<Occurrence, 'startsAt' | 'endsAt'>,
): Length {
  const minutes = (+endsAt - +startsAt) / 60_000;
  return allDay ? { days: Math.max(1, Math.round(minutes / 1440)) } : { minutes };
}

/** What a series calls the time that it has at an instant: mostly what clocks show, else what the rule says (02:30 on a
 * night without one). */
export function nameAt(series: Series, at: Date): string {
  const wall = wallAt(+at, series.zone);
  const [named] = isPlain(wall, series.zone)
    ? []
    : expand(series, { from: at, to: new Date(+at + 1), atMost: 1 });
  return (named?.wall ?? wallText(wall)).slice(0, series.start.length === 10 ? 10 : 19);
}
