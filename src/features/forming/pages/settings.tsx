import { MEETING_PLACES } from '../../../matching/index.ts';
import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Checkbox,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  RadioGroup,
  Select,
  TextInput,
} from '../../../ui/index.ts';
import { RHYTHMS, typed } from '../forms.ts';
import { CARE } from '../paths.ts';
import type { FormingSettings } from '../settings.ts';
import { MilesField } from './shared-fields.tsx';

interface Props {
  page: Page;
  settings: FormingSettings;
  raw?: Raw;
  errors?: Errors;
}

/** How a community forms circles: whether, when, how large. */
export function SettingsPage({ page, settings, raw, errors }: Props) {
  const { t } = page;
  const was = typed({ ...settings, maxMiles: settings.maxMiles ?? '', nextOn: settings.nextOn ?? '' }, raw);
  const open = raw ? raw.open !== undefined : settings.open;
  return (
    <Layout page={page} title={t('forming.settings.title')} current="me" narrow>
      <PageHead title={t('forming.settings.title')} back={{ href: CARE, label: t('forming.care.title') }} />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={`${CARE}/settings`}>
        <Checkbox
          page={page}
          name="open"
          value="yes"
          label={t('forming.settings.open')}
          hint={t('forming.settings.open-hint')}
          checked={open}
        />
        <TextInput
          page={page}
          name="nextOn"
          type="date"
          label={t('forming.settings.next')}
          hint={t('forming.settings.next-hint')}
          value={was.one('nextOn')}
          error={errors?.nextOn}
        />
        <Select
          page={page}
          name="everyDays"
          label={t('forming.settings.rhythm')}
          options={RHYTHMS.map((value) => ({
            value,
            label: t('forming.settings.weeks', { weeks: Number(value) / 7 }),
          }))}
          value={was.one('everyDays')}
          error={errors?.everyDays}
        />
        <div class="split">
          <Few page={page} name="lower" value={was.one('lower')} errors={errors} />
          <Few page={page} name="upper" value={was.one('upper')} errors={errors} />
        </div>
        <RadioGroup
          page={page}
          name="leads"
          label={t('forming.settings.leads')}
          options={(['1', '2'] as const).map((value) => ({
            value,
            label: t(`forming.settings.leads-${value}`),
          }))}
          value={was.one('leads')}
          error={errors?.leads}
        />
        <RadioGroup
          page={page}
          name="meets"
          label={t('forming.settings.meets')}
          options={[...MEETING_PLACES]
            .reverse()
            .map((value) => ({ value, label: t(`forming.meets.${value}`) }))}
          value={was.one('meets')}
          error={errors?.meets}
        />
        <MilesField page={page} of="settings" value={was.one('maxMiles')} errors={errors} />
        <Few page={page} name="answerDays" value={was.one('answerDays')} errors={errors} />
        <Actions>
          <Button>{t('forming.settings.keep')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

type FewProps = Pick<Props, 'page' | 'errors'> & { name: 'lower' | 'upper' | 'answerDays'; value: string };

/** A small number. */
function Few({ page, name, value, errors }: FewProps) {
  return (
    <TextInput
      page={page}
      name={name}
      inputmode="numeric"
      chars={4}
      label={page.t(`forming.settings.${name}`)}
      value={value}
      error={errors?.[name]}
    />
  );
}
