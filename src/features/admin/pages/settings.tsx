import type { Community, Raw } from '../../../platform/http/index.ts';
import { zoneOptions } from '../../../platform/time/index.ts';
import {
  Actions,
  Button,
  CheckboxGroup,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';

interface Props {
  page: Page;
  community: Community;
  raw?: Raw;
  errors?: Errors;
}

/** What the community is called, where it is, what it speaks and what it has agreed on. */
export function SettingsPage({ page, community, raw, errors }: Props) {
  const { t } = page;
  const field = (name: string, kept: string) => ({
    page,
    name,
    value: String(raw?.[name] ?? kept),
    error: errors?.[name],
  });
  const spoken = raw ? [raw.languages ?? []].flat() : community.languages;
  return (
    <Layout page={page} title={t('admin.settings.title')} current="me" narrow>
      <PageHead title={t('admin.settings.title')} back={{ href: '/community', label: t('admin.title') }} />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action="/community/settings">
        <TextInput {...field('name', community.name)} label={t('admin.settings.name')} />
        <TextInput
          {...field('postcode', community.postcode ?? '')}
          label={t('admin.settings.postcode')}
          chars={8}
        />
        <CheckboxGroup
          page={page}
          name="languages"
          label={t('admin.settings.languages')}
          values={spoken}
          error={errors?.languages}
          options={['en', 'es'].map((value) => ({ value, label: t(`words.language.${value as 'en'}`) }))}
        />
        <Select
          {...field('timeZone', community.timeZone)}
          label={t('admin.settings.zone')}
          options={zoneOptions(page.lang)}
        />
        <Select
          {...field('firstReplyHours', String(community.firstReplyHours))}
          label={t('first-reply.setting')}
          hint={t('first-reply.setting-hint')}
          options={hoursToChoose(community.firstReplyHours).map((count) => ({
            value: String(count),
            label: t('first-reply.hours', { count }),
          }))}
        />
        <Select
          {...field('lettersADay', String(community.lettersADay))}
          label={t('admin.settings.letters')}
          hint={t('admin.settings.letters-hint')}
          options={[...new Set([50, 100, 200, 500, community.lettersADay])]
            .sort((a, b) => a - b)
            .map((count) => ({ value: String(count), label: t('admin.settings.letters-count', { count }) }))}
        />
        <TextArea
          {...field('charter', community.charter)}
          label={t('admin.settings.charter')}
          hint={t('admin.settings.charterHint')}
          rows={10}
        />
        <Actions>
          <Button>{t('admin.settings.save')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

/** Few enough to choose with one thumb; and what it is now. */
const hoursToChoose = (now: number): number[] =>
  [...new Set([2, 4, 6, 8, 12, 24, 48, 72, now])].sort((a, b) => a - b);
