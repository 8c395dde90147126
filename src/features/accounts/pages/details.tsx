import { zoneOptions } from '../../../platform/time/index.ts';
import type { Errors, Page } from '../../../ui/index.ts';
import {
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  Layout,
  ownName,
  PageHead,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { CareNote } from '../../danger/index.ts';

export interface Details {
  name: string;
  about: string;
  /** Whether people here may find her by her name. */
  findable: boolean;
  locale: string;
  zone: string;
}

/** Languages the screens are written in. */
export const SPOKEN = ['en', 'es'] as const;

/** How she is known here, and how this place speaks to her. */
export function DetailsPage({ page, values, errors }: { page: Page; values: Details; errors?: Errors }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('accounts.details')} current="me" narrow>
      <PageHead
        title={t('accounts.details')}
        lead={t('accounts.details-lead')}
        back={{ href: '/me', label: t('accounts.me') }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action="/me/details">
        <TextInput
          page={page}
          name="name"
          autocomplete="nickname"
          maxlength={60}
          label={t('accounts.name')}
          hint={t('accounts.name-hint')}
          value={values.name}
          error={errors?.name}
        />
        <TextArea
          page={page}
          name="about"
          rows={5}
          optional
          label={t('accounts.about')}
          hint={t('accounts.about-hint')}
          value={values.about}
          error={errors?.about}
        />
        <CareNote page={page} />
        <Checkbox
          page={page}
          name="findable"
          label={t('accounts.findable')}
          hint={t('accounts.findable-hint')}
          checked={values.findable}
        />
        <RadioGroup
          page={page}
          name="locale"
          label={t('accounts.language')}
          options={SPOKEN.map((value) => ({ value, label: ownName(value) }))}
          value={values.locale}
          error={errors?.locale}
        />
        <Select
          page={page}
          name="zone"
          label={t('accounts.time-zone')}
          options={zoneOptions(page.lang)}
          value={values.zone}
          error={errors?.zone}
        />
        <Button wide>{t('accounts.save')}</Button>
      </Form>
    </Layout>
  );
}
