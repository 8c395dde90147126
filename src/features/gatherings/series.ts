import { type Length, type Series, wallName } from '../../platform/recurrence/index.ts';
import type { Gathering } from './gathering.ts';

/** What of a gathering says when it takes place. */
export type Schedule = Pick<
  Gathering,
  'starts' | 'minutes' | 'allDay' | 'timeZone' | 'rule' | 'extra' | 'exceptOn'
>;

const DAY = 24 * 60;

/** A gathering as the machinery of rules reads it. A whole day lasts by the calendar, also on the day clocks change. */
export const seriesOf = (schedule: Schedule): Series => ({
  start: schedule.starts,
  zone: schedule.timeZone,
  rule: schedule.rule,
  extra: schedule.extra,
  except: schedule.exceptOn,
  lasts: lengthOf(schedule),
});

const lengthOf = ({ allDay, minutes }: Schedule): Length =>
  allDay ? { days: Math.max(1, Math.round(minutes / DAY)) } : { minutes };

/** 'YYYY-MM-DDTHH:MM:SS' of a day and a clock, as the table keeps it. */
export const wallOf = (day: string, clock: string): string => wallName(`${day}T${clock}`);
