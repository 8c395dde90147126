import { countryChoices } from '../../../platform/geo/index.ts';
import type { Raw } from '../../../platform/http/index.ts';
import { zoneOptions } from '../../../platform/time/index.ts';
import {
  Actions,
  asset,
  Button,
  Checkbox,
  CheckboxGroup,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  Select,
  TextInput,
} from '../../../ui/index.ts';
import { SPOKEN } from '../spoken.ts';

interface Props {
  page: Page;
  token: string;
  raw?: Raw;
  errors?: Errors;
}

/** The one page between a fresh machine and a living community. */
export function SetupPage({ page, token, raw, errors }: Props) {
  const { t } = page;
  const field = (name: string, otherwise = '') => ({
    page,
    name,
    value: String(raw?.[name] ?? otherwise),
    error: errors?.[name],
  });
  const spoken = raw ? [raw.languages ?? []].flat() : [page.locale === 'es' ? 'es' : 'en'];
  return (
    <Layout
      page={page}
      title={t('setup.title')}
      narrow
      head={<script type="module" src={asset('own-zone.js')} />}
    >
      <PageHead title={t('setup.title')} lead={t('setup.lead')} />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action="/setup">
        <input type="hidden" name="token" value={token} />
        <TextInput {...field('name')} label={t('setup.name')} hint={t('setup.nameHint')} />
        <div class="split">
          <TextInput
            {...field('postcode')}
            label={t('setup.postcode')}
            chars={8}
            autocomplete="postal-code"
          />
          <Select
            {...field('country', 'US')}
            label={t('setup.country')}
            options={countryChoices(page.lang)}
          />
        </div>
        <Select
          {...field('timeZone')}
          label={t('setup.zone')}
          hint={t('setup.zoneHint')}
          empty={t('setup.zoneOfPostcode')}
          options={zoneOptions(page.lang)}
        />
        <CheckboxGroup
          page={page}
          name="languages"
          label={t('setup.languages')}
          values={spoken}
          error={errors?.languages}
          options={SPOKEN.map((value) => ({ value, label: t(`words.language.${value}`) }))}
        />
        <TextInput
          {...field('coordinator')}
          label={t('setup.coordinator')}
          hint={t('setup.coordinatorHint')}
          autocomplete="name"
        />
        <TextInput
          {...field('email')}
          label={t('setup.email')}
          hint={t('setup.emailHint')}
          type="email"
          autocomplete="email"
        />
        <Checkbox
          page={page}
          name="sample"
          label={t('setup.sample')}
          hint={t('setup.sampleHint')}
          checked={Boolean(raw && 'sample' in raw)}
        />
        <Actions>
          <Button>{t('setup.begin')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
