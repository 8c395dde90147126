import { todayIn } from '../../../platform/time/index.ts';
import {
  Actions,
  Button,
  Card,
  Disclosure,
  Form,
  Icon,
  Note,
  type Page,
  Select,
  TextInput,
} from '../../../ui/index.ts';
import type { HelpersOwn } from '../helping.ts';
import { clocksOf, dayOf, hoursOf, TASK_ICONS } from '../saying.ts';
import type { Slot } from '../slot.ts';
import { waitsFor } from '../trusting.ts';
import { slotOptions } from './helping-page.tsx';

interface Props {
  page: Page;
  own: HelpersOwn;
  slot: Slot;
  path: string;
  free: readonly Slot[];
  now: Date;
}

/** One turn ahead: what and when, where on the day itself, and the ways to change it. */
export function TurnCard({ page, own, slot, path, free, now }: Props) {
  const { t } = page;
  const clocks = clocksOf(page.lang, own.calendar);
  const task = t(`help-calendars.task.${slot.task}`);
  const isToday = slot.day <= todayIn(own.calendar.timeZone, now);
  return (
    <Card as="section" lit={isToday} labelledby={`turn-${slot.slotId}`}>
      <h2 id={`turn-${slot.slotId}`}>
        {task}, {dayOf(clocks, slot)}
      </h2>
      <p class="facts">
        <Icon name={TASK_ICONS[slot.task]} /> {hoursOf({ t, ...clocks }, slot)}
      </p>
      <DoorOf page={page} own={own} isToday={isToday} />
      {slot.brings && <p>{t('help-calendars.you-bring', { brings: slot.brings })}</p>}
      {slot.startsAt > now && <Changes page={page} own={own} slot={slot} path={path} free={free} now={now} />}
    </Card>
  );
}

/** Where she is; shown by the database on this day alone. */
function DoorOf({
  page,
  own: { particulars, calendar, me },
  isToday,
}: {
  page: Page;
  own: HelpersOwn;
  isToday: boolean;
}) {
  const { t } = page;
  const { door } = particulars;
  if (!isToday) return <p class="quiet">{t('help-calendars.door-later')}</p>;
  if (waitsFor(calendar, me)) return null; // why not stands above
  if (!door?.address && !door?.notes)
    return <p class="quiet">{t('help-calendars.no-door', { name: calendar.called })}</p>;
  return (
    <Note tone="warm" icon="place">
      {door.address && <p class="help-address">{door.address}</p>}
      {door.notes && <p class="help-address">{door.notes}</p>}
      <p class="quiet">{t('help-calendars.door-today')}</p>
    </Note>
  );
}

function Changes({ page, own, slot, path, free }: Props) {
  const { t } = page;
  const mine = `${path}/turns/${slot.slotId}`;
  return (
    <Disclosure summary={t('help-calendars.change-turn')}>
      {slot.task === 'meal' && (
        <Form page={page} action={`${mine}/brings`}>
          <TextInput
            page={page}
            name="brings"
            id={`brings-${slot.slotId}`}
            label={t('help-calendars.what-meal')}
            value={slot.brings}
            maxlength={120}
          />
          <Actions>
            <Button look="plain">{t('help-calendars.save')}</Button>
          </Actions>
        </Form>
      )}
      {free.length > 0 && (
        <Form page={page} action={`${mine}/swap`}>
          <Select
            page={page}
            name="slot"
            id={`swap-${slot.slotId}`}
            label={t('help-calendars.swap-for')}
            empty={t('help-calendars.choose')}
            options={slotOptions(page, own, free)}
          />
          <Actions>
            <Button look="plain">{t('help-calendars.swap')}</Button>
          </Actions>
        </Form>
      )}
      <Form page={page} action={`${mine}/release`}>
        <p class="quiet">{t('help-calendars.release-lead')}</p>
        <Actions>
          <Button look="plain">{t('help-calendars.release')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}
