import type { Child } from 'hono/jsx';
import { formatTime, Icon, type Page, Section } from '../../../ui/index.ts';
import type { Whole } from '../access.ts';
import { byDay, clocksOf, hoursOf, TASK_ICONS, taskOf } from '../saying.ts';
import type { Slot } from '../slot.ts';

interface DaysProps {
  page: Page;
  whole: Pick<Whole, 'calendar' | 'helpers'>;
  slots: readonly Slot[];
  /** She whom it is for looks at it. */
  hers?: boolean;
  /** What stands at the end of a slot's line. */
  end(slot: Slot): Child;
}

/** The days of a calendar by weeks, each slot on a line: what, when, and whose it is or that it is open. */
export function Days({ page, whole, slots, hers = false, end }: DaysProps) {
  const clocks = clocksOf(page.lang, whole.calendar);
  return (
    <>
      {byWeek(slots).map(([monday, those]) => (
        <Section
          id={`week-${monday}`}
          title={page.t('help-calendars.week-of', { day: weekDay(page, monday) })}
        >
          <ol class="help-days">
            {byDay(those).map(([, ofDay]) => (
              <li>
                <h3>{formatTime(clocks, ofDay[0]!.startsAt, 'day')}</h3>
                <ul>
                  {ofDay.map((slot) => (
                    <SlotLine page={page} whole={whole} slot={slot} hers={hers} end={end(slot)} />
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </Section>
      ))}
    </>
  );
}

function SlotLine({
  page,
  whole,
  slot,
  hers,
  end,
}: {
  page: Page;
  whole: Pick<Whole, 'calendar' | 'helpers'>;
  slot: Slot;
  hers: boolean;
  end: Child;
}) {
  const { t } = page;
  const helper = slot.helperId ? whole.helpers.get(slot.helperId) : undefined;
  const clocks = clocksOf(page.lang, whole.calendar);
  const state = slot.closedAt ? 'shut' : helper ? 'lit' : 'open';
  return (
    <li class={`turn ${state}`}>
      <Icon name={TASK_ICONS[slot.task]} size={22} />
      <p>
        <b>{taskOf(t, slot.task, hers)}</b> <span class="quiet">{hoursOf({ t, ...clocks }, slot)}</span>{' '}
        {slot.closedAt ? (
          <span class="turn-who">{t('help-calendars.not-needed')}</span>
        ) : (
          helper && <span class="turn-who">{whoBrings(page, helper.name, slot)}</span>
        )}
      </p>
      {end}
    </li>
  );
}

/** "Ana brings lasagne", "Ana will be there", and afterwards "Ana was there". */
export function whoBrings({ t }: Page, name: string, { brings, endsAt }: Slot): string {
  if (brings) return t('help-calendars.brings', { name, brings });
  return t(endsAt > new Date() ? 'help-calendars.taken-by' : 'help-calendars.was-there', { name });
}

function byWeek(slots: readonly Slot[]): [string, Slot[]][] {
  const weeks = new Map<string, Slot[]>();
  for (const slot of slots) {
    const monday = mondayOf(slot.day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), slot]);
  }
  return [...weeks];
}

const DAY = 86_400_000;
const mondayOf = (day: string): string => {
  const at = Date.parse(day);
  return new Date(at - ((new Date(at).getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
};
const weekDay = (page: Page, monday: string): string =>
  new Intl.DateTimeFormat(page.lang, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(monday),
  );
