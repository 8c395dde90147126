import {
  Actions,
  Button,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  TextInput,
} from '../../../ui/index.ts';
import type { HelpCalendar } from '../calendar.ts';
import { pathOf } from '../paths.ts';
import { tasksFor } from '../words.ts';
import { PlanFields, textIn } from './plan-fields.tsx';

interface Props {
  page: Page;
  calendar: HelpCalendar;
  /** She whom it is for looks at it. */
  hers: boolean;
  raw: Record<string, string | string[]>;
  errors: Errors;
}

/** More of it: other tasks, other days, or a longer while. One day alone is one weekday for one week. */
export function AddSlotsPage({ page, calendar, hers, raw, errors }: Props) {
  const { t } = page;
  const path = pathOf(calendar.calendarId);
  return (
    <Layout page={page} title={t('help-calendars.add-slots')} current="ask" narrow>
      <PageHead
        title={t('help-calendars.add-slots')}
        lead={t('help-calendars.add-slots-lead')}
        back={{ href: path, label: t('help-calendars.for', { name: calendar.called }) }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={`${path}/slots`}>
        <PlanFields page={page} raw={raw} errors={errors} tasks={tasksFor(calendar.occasion)} hers={hers} />
        <Hours
          page={page}
          start={textIn(raw, 'start')}
          end={textIn(raw, 'end')}
          error={errors.end ?? errors.start}
          optional
        />
        <Actions>
          <Button wide>{t('help-calendars.add-now')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

/** From when to when; without any, each task has its usual hours. */
export function Hours(p: {
  page: Page;
  start: string;
  end: string;
  error?: Errors[string];
  optional?: boolean;
}) {
  const { page } = p;
  const { t } = page;
  return (
    <div class="split">
      <TextInput
        page={page}
        name="start"
        type="time"
        label={t('help-calendars.start')}
        value={p.start}
        optional={p.optional}
      />
      <TextInput
        page={page}
        name="end"
        type="time"
        label={t('help-calendars.end-hour')}
        hint={t('help-calendars.end-hour-hint')}
        value={p.end}
        error={p.error}
        optional={p.optional}
      />
    </div>
  );
}
