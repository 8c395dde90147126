import { Temporal } from 'temporal-polyfill';
import {
  Actions,
  Button,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  TextInput,
} from '../../../ui/index.ts';
import type { Whole } from '../access.ts';
import { pathOf } from '../paths.ts';
import { clocksOf, dayOf, taskOf } from '../saying.ts';
import type { Slot } from '../slot.ts';
import { Hours } from './add-slots-page.tsx';
import { whoBrings } from './days.tsx';
import { textIn } from './plan-fields.tsx';

interface Props {
  page: Page;
  whole: Whole;
  slot: Slot;
  /** She whom it is for looks at it. */
  hers: boolean;
  raw?: Record<string, string | string[]>;
  errors: Errors;
}

/** One slot: moved to another time, or taken away. */
export function SlotPage({ page, whole, slot, hers, raw, errors }: Props) {
  const { t } = page;
  const { calendar } = whole;
  const path = pathOf(calendar.calendarId);
  const wall = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(+at)
      .toZonedDateTimeISO(calendar.timeZone)
      .toPlainTime()
      .toString({ smallestUnit: 'minute' });
  const values = raw ?? { date: slot.day, start: wall(slot.startsAt), end: wall(slot.endsAt) };
  const helper = slot.helperId ? whole.helpers.get(slot.helperId) : undefined;
  const title = `${taskOf(t, slot.task, hers)}, ${dayOf(clocksOf(page.lang, calendar), slot)}`;
  return (
    <Layout page={page} title={title} current="ask" narrow>
      <PageHead
        title={title}
        back={{ href: path, label: t('help-calendars.for', { name: calendar.called }) }}
      />
      <ErrorSummary page={page} errors={errors} />
      {helper && (
        <Note icon="peer">
          <p>{whoBrings(page, helper.name, slot)}</p>
          <p class="quiet">{t('help-calendars.told-of-change')}</p>
        </Note>
      )}
      {slot.endsAt > new Date() && (
        <>
          <Form page={page} action={`${path}/slots/${slot.slotId}`}>
            <TextInput
              page={page}
              name="date"
              type="date"
              label={t('help-calendars.day')}
              value={textIn(values, 'date')}
              error={errors.date}
            />
            <Hours
              page={page}
              start={textIn(values, 'start')}
              end={textIn(values, 'end')}
              error={errors.end ?? errors.start}
            />
            <Actions>
              <Button>{t('help-calendars.save')}</Button>
            </Actions>
          </Form>
          <Form page={page} action={`${path}/slots/${slot.slotId}/removal`}>
            <Actions>
              <Button look="danger">{t('help-calendars.remove-slot')}</Button>
            </Actions>
          </Form>
        </>
      )}
    </Layout>
  );
}
