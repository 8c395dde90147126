import { Card, Facts, type Page } from '../../../ui/index.ts';
import { clocksOf, hoursOf, TASK_ICONS, taskOf } from '../saying.ts';
import type { SlotAhead } from '../slots-ahead.ts';

/** One slot in her own calendar: dinner from Sam, or her turn for somebody. */
export function SlotAheadCard({
  page,
  one: { slot, calendar, helper, path },
}: {
  page: Page;
  one: SlotAhead;
}) {
  const { t } = page;
  // With a helper it is a turn for her; else a turn of hers for somebody.
  const task = taskOf(t, slot.task, helper !== null);
  const words = helper
    ? t('help-calendars.from-whom', { task, name: helper })
    : t('help-calendars.turn-for', { task, name: calendar.called });
  const hours = hoursOf({ t, ...clocksOf(page.lang, calendar) }, slot);
  return (
    <Card as="li">
      <h3>
        <a href={path}>{words}</a>
      </h3>
      <Facts facts={[{ icon: TASK_ICONS[slot.task], label: t('help-calendars.when'), value: hours }]} />
      {slot.brings && <p class="quiet">{slot.brings}</p>}
    </Card>
  );
}
