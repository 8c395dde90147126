import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  EmptyState,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  Section,
  TextInput,
} from '../../../ui/index.ts';
import type { Settings } from '../promise.ts';
import type { RotaDay, Shift } from '../shifts.ts';
import type { Volunteer } from '../volunteer.ts';
import { Named, NewShift } from './keeping-forms.tsx';
import { RotaList } from './rota-list.tsx';
import { weeklySaid } from './weekly.ts';

interface Props {
  page: Page;
  named: Volunteer[];
  shifts: Shift[];
  days: RotaDay[];
  settings: Settings;
  zone: string;
  refused?: { raw: Raw; errors: Errors };
}

/** What a coordinator lays down: who may call, when somebody is there, and what is promised. */
export function KeepingPage({ page, named, shifts, days, settings, zone, refused }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('callbacks.keeping')} current="me">
      <PageHead
        title={t('callbacks.keeping')}
        lead={t('callbacks.keeping-lead')}
        back={{ href: '/community/callbacks', label: t('callbacks.desk') }}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      <Named page={page} named={named} refused={refused} />
      <Section title={t('callbacks.shifts')} id="shifts">
        {shifts.map((shift) => (
          <div class="rule">
            <span>
              {weeklySaid(page, shift)} · {t('callbacks.seats-count', { count: shift.seats })}
              {shift.regulars.length > 0 && ` · ${shift.regulars.map(({ name }) => name).join(', ')}`}
            </span>
            <Form page={page} action={`/community/callbacks/shifts/${shift.shiftId}/removal`} inline>
              <Button look="text" label={t('callbacks.end-shift-named', { when: weeklySaid(page, shift) })}>
                {t('callbacks.end-shift')}
              </Button>
            </Form>
          </div>
        ))}
        <NewShift page={page} refused={refused} zone={zone} />
      </Section>
      <Section title={t('callbacks.rota.ahead')} id="ahead">
        {days.length === 0 ? (
          <EmptyState title={t('callbacks.rota.none')} drawing="chairs">
            <p>{t('callbacks.rota.none-keeping')}</p>
          </EmptyState>
        ) : (
          <RotaList page={page} days={days} zone={zone} me={null} />
        )}
      </Section>
      <PromiseForm page={page} settings={settings} refused={refused} />
    </Layout>
  );
}

function PromiseForm({ page, settings, refused }: Pick<Props, 'page' | 'settings' | 'refused'>) {
  const { t } = page;
  const number = (field: keyof Settings) => [refused?.raw[field] ?? String(settings[field])].flat()[0];
  return (
    <Section title={t('callbacks.promise')} id="promise">
      <Form page={page} action="/community/callbacks/settings">
        <TextInput
          page={page}
          name="promisedHours"
          type="number"
          min="1"
          max="168"
          chars={8}
          label={t('callbacks.promised-hours')}
          hint={t('callbacks.promised-hours-hint')}
          value={number('promisedHours')}
          error={refused?.errors.promisedHours}
        />
        <TextInput
          page={page}
          name="tryMinutes"
          type="number"
          min="15"
          max="720"
          chars={8}
          label={t('callbacks.try-minutes')}
          hint={t('callbacks.try-minutes-hint')}
          value={number('tryMinutes')}
          error={refused?.errors.tryMinutes}
        />
        <Actions>
          <Button>{t('callbacks.save')}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
