import type { Errors, Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  formatTime,
  Layout,
  type Page,
  PageHead,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { CALL_LENGTHS } from '../../gatherings/index.ts';
import type { Callers } from '../calls.tsx';

interface Props {
  page: Page;
  pair: Callers;
  /** Where it is posted, and where she came from. */
  action: string;
  back: { href: string; label: string };
  /** The community's zone: the other's, when she said none. */
  home: string;
  raw: Raw;
  errors: Errors;
}

/** A day, an hour, and how: on her clocks, with the other's beside them where they differ. */
export function CallPage({ page, pair, home, action, back, raw, errors }: Props) {
  const { t } = page;
  const clocks = otherClock(page, pair.otherName, pair.otherZone ?? home);
  const name = pair.otherName;
  const value = (field: string) => String(raw[field] ?? '');
  return (
    <Layout page={page} title={t('mentoring.call.title', { name })} current="calendar" narrow>
      <PageHead
        title={t('mentoring.call.title', { name })}
        lead={t('mentoring.call.lead', { name })}
        back={back}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={action}>
        {clocks && <p class="quiet">{clocks}</p>}
        <div class="split">
          <TextInput
            page={page}
            name="date"
            type="date"
            label={t('gatherings.form.date')}
            value={value('date')}
            error={errors.date}
          />
          <TextInput
            page={page}
            name="startTime"
            type="time"
            label={t('gatherings.form.time')}
            value={value('startTime')}
            error={errors.startTime}
          />
        </div>
        <Select
          page={page}
          name="minutes"
          label={t('gatherings.form.length')}
          options={CALL_LENGTHS.map((minutes) => ({
            value: minutes,
            label: t('mentoring.call.minutes', { count: Number(minutes) }),
          }))}
          value={value('minutes')}
          error={errors.minutes}
        />
        <TextInput
          page={page}
          name="link"
          type="url"
          label={t('mentoring.call.link')}
          hint={t('mentoring.call.link-hint')}
          value={value('link')}
          error={errors.link}
          optional
        />
        <TextArea
          page={page}
          name="note"
          label={t('mentoring.call.note')}
          hint={t('mentoring.call.note-hint', { name })}
          rows={3}
          value={value('note')}
          error={errors.note}
          optional
        />
        <Actions>
          <Button>{t('mentoring.call.plan')}</Button>
          <ButtonLink href={back.href} look="text">
            {t('gatherings.not-now')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}

/** What the other's clock shows now, where it is not hers. */
function otherClock(page: Page, name: string, zone: string, now = new Date()): string | null {
  const clock = (timeZone: string) => formatTime({ lang: page.lang, timeZone }, now, 'time');
  const [here, there] = [clock(page.timeZone), clock(zone)];
  return here === there ? null : page.t('mentoring.call.clocks', { here, there, name });
}
