import type { CalendarEvent } from '../../platform/ical/index.ts';
import { instantOf, nextOf, type Series, splitAt, wallMs } from '../../platform/recurrence/index.ts';
import type { Gathering, Occurrence } from '../gatherings/index.ts';
import { dayOrWall, lengthOf, nameAt, seriesIn } from './series.ts';
import { standingSeries } from './standing.ts';
import { type Teller, told } from './telling.ts';

/** A gathering with those of its times that a calendar has to be told of one by one. */
export interface Known {
  gathering: Gathering;
  /** Of one that happens once: its time. Of a series: the times that were changed, moved or called off, or all. */
  times: Occurrence[];
  /** `times` are all that stand in their table: the rule alone would not say which did take place. */
  all: boolean;
  /** Times she said no to; in her own calendar alone. */
  declined?: Date[];
}

/** Whether it happens by a rule, or on listed dates. */
export const repeats = ({ rule, extra }: Gathering): boolean => rule !== null || extra.length > 0;

/**
 * A gathering as a calendar holds it: one event with its rule, and beside it the times that are not as the rule says.
 * The same rows give the same events, whenever they are asked for.
 */
export function eventsOf(teller: Teller, { gathering, times, all, declined = [] }: Known): CalendarEvent[] {
  if (!repeats(gathering))
    return times.map((one, i) =>
      onceOf(teller, gathering, one, { uid: i === 0 ? gathering.uid : undefined }),
    );
  const { series, strays } = standingSeries(seriesIn(gathering), all ? times : null);
  const { lasting, status } = endedBy(gathering, series);
  if (!lasting) return strays.map((one) => onceOf(teller, gathering, one));
  const whole: CalendarEvent = {
    ...lasting,
    except: [...(lasting.except ?? []), ...declined.map((at) => nameAt(lasting, at))],
    ...told(teller, gathering),
    uid: gathering.uid,
    sequence: gathering.sequence,
    stamp: gathering.updatedAt,
    status,
  };
  const left = new Set(declined.map(Number));
  const changed = times.filter(
    (one) =>
      isSpecial(one) &&
      status === 'confirmed' &&
      !strays.includes(one) &&
      !left.has(+one.recursAt) &&
      (!gathering.cancelledAt || one.recursAt < gathering.cancelledAt),
  );
  return [
    whole,
    ...changed.map((one) => changedOf(teller, gathering, lasting, one)),
    ...strays.map((one) => onceOf(teller, gathering, one)),
  ];
}

/** Not simply as its series says. */
const isSpecial = ({ changedAt, startsAt, recursAt }: Occurrence): boolean =>
  changedAt !== null || +startsAt !== +recursAt;

interface Alone {
  /** Another name than the time's own: that of a gathering which is this one time. */
  uid?: string;
  /** She may come. */
  tentative?: boolean;
}

/** One time as an event by itself. */
export function onceOf(
  teller: Teller,
  gathering: Gathering,
  one: Occurrence,
  { uid = `${one.occurrenceId}@porchlight`, tentative = false }: Alone = {},
): CalendarEvent {
  const off = one.cancelledAt ?? gathering.cancelledAt;
  return {
    start: dayOrWall(gathering, one.startsAt),
    zone: gathering.timeZone,
    lasts: lengthOf(gathering, one),
    ...told(teller, gathering, one),
    uid,
    ...versionOf(gathering, one),
    status: off ? 'cancelled' : tentative ? 'tentative' : 'confirmed',
  };
}

/** One time of a series that is not as the series says. */
const changedOf = (teller: Teller, gathering: Gathering, series: Series, one: Occurrence): CalendarEvent => ({
  ...onceOf(teller, gathering, one, { uid: gathering.uid }),
  replaces: { wall: nameAt(series, one.recursAt), zone: series.zone },
});

const versionOf = (gathering: Gathering, { sequence, changedAt }: Occurrence) => ({
  sequence: Math.max(gathering.sequence, sequence),
  stamp: new Date(Math.max(+gathering.updatedAt, +(changedAt ?? 0))),
});

/** A series that was called off: all of it, or, where some of it took place, what was still to come. */
function endedBy(
  { cancelledAt }: Gathering,
  series: Series,
): { lasting: Series | null; status: 'confirmed' | 'cancelled' } {
  if (!cancelledAt) return { lasting: series, status: 'confirmed' };
  if (instantOf(wallMs(series.start), series.zone) > +cancelledAt)
    return { lasting: series, status: 'cancelled' };
  const next = nextOf(series, cancelledAt);
  return { lasting: next ? splitAt(series, next.wall).before : series, status: 'confirmed' };
}
