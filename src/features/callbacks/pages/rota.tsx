import { LANGUAGES } from '../../../matching/index.ts';
import {
  Actions,
  Button,
  Checkbox,
  CheckboxGroup,
  Disclosure,
  EmptyState,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  Section,
  Select,
} from '../../../ui/index.ts';
import type { Caller } from '../queue.ts';
import type { RotaDay, Shift } from '../shifts.ts';
import { RotaList } from './rota-list.tsx';
import { weeklySaid } from './weekly.ts';

interface Props {
  page: Page;
  caller: Caller;
  shifts: Shift[];
  days: RotaDay[];
  zone: string;
  me: string;
  errors?: Errors;
}

/** Her shifts and everybody's; gaps are seen, and nobody is asked why. */
export function RotaPage({ page, caller, shifts, days, zone, me, errors }: Props) {
  const { t } = page;
  const weekly = shifts.filter(({ regulars }) => regulars.some(({ memberId }) => memberId === me));
  return (
    <Layout page={page} title={t('callbacks.rota')} current="me">
      <PageHead
        title={t('callbacks.rota')}
        lead={t('callbacks.rota.lead', { zone: zone.split('/').pop()!.replaceAll('_', ' ') })}
        back={{ href: '/callbacks', label: t('callbacks.queue') }}
      />
      <ErrorSummary page={page} errors={errors} />
      {weekly.length > 0 && (
        <Section title={t('callbacks.rota.every-week')} id="weekly">
          {weekly.map((shift) => (
            <div class="rule">
              <span>{weeklySaid(page, shift)}</span>
              <Form page={page} action="/callbacks/rota" inline>
                <input type="hidden" name="shift" value={shift.shiftId} />
                <input type="hidden" name="day" value={new Date().toISOString().slice(0, 10)} />
                <Button look="text" name="how" value="stop">
                  {t('callbacks.rota.do.stop')}
                </Button>
              </Form>
            </div>
          ))}
        </Section>
      )}
      <Section title={t('callbacks.rota.ahead')} id="ahead">
        {days.length === 0 ? (
          <EmptyState title={t('callbacks.rota.none')} drawing="chairs">
            <p>{t('callbacks.rota.none-lead')}</p>
          </EmptyState>
        ) : (
          <RotaList page={page} days={days} zone={zone} me={me} />
        )}
      </Section>
      <Ways page={page} caller={caller} errors={errors} />
    </Layout>
  );
}

function Ways({ page, caller, errors }: Pick<Props, 'page' | 'caller' | 'errors'>) {
  const { t } = page;
  return (
    <Disclosure summary={t('callbacks.ways')} open={errors !== undefined}>
      <Form page={page} action="/callbacks/ways">
        <CheckboxGroup
          page={page}
          name="languages"
          label={t('callbacks.ways.languages')}
          options={LANGUAGES.map((value) => ({ value, label: t(`words.language.${value}`) }))}
          values={caller.languages}
          error={errors?.languages}
        />
        <Checkbox
          page={page}
          name="withheld"
          label={t('callbacks.ways.withheld')}
          hint={t('callbacks.ways.withheld-hint')}
          checked={caller.withheld}
        />
        <Select
          page={page}
          name="atOnce"
          label={t('callbacks.ways.at-once')}
          options={['1', '2', '3'].map((value) => ({ value, label: value }))}
          value={String(caller.atOnce)}
          error={errors?.atOnce}
        />
        <Actions>
          <Button>{t('callbacks.save')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}
