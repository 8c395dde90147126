import { LANGUAGES, TOPICS } from '../../../matching/index.ts';
import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Checkbox,
  CheckboxGroup,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';

interface Props {
  page: Page;
  raw?: Raw;
  errors?: Errors;
}

/** A coordinator writes down a local service, and who told her. */
export function NewServicePage({ page, raw, errors }: Props) {
  const { t } = page;
  const was = (name: string) => ({ page, name, value: String(raw?.[name] ?? ''), error: errors?.[name] });
  const list = (name: string) => ({ page, name, values: [raw?.[name] ?? []].flat(), error: errors?.[name] });
  return (
    <Layout page={page} title={t('directory.new.title')} current="me" narrow>
      <PageHead
        title={t('directory.new.title')}
        lead={t('directory.new.lead')}
        back={{ href: '/directory', label: t('directory.title') }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action="/community/directory">
        <TextInput {...was('name')} label={t('directory.new.name')} />
        <TextInput {...was('organisation')} label={t('directory.new.organisation')} />
        <TextArea {...was('description')} label={t('directory.new.description')} rows={3} optional />
        <CheckboxGroup
          {...list('topics')}
          label={t('directory.new.topics')}
          options={TOPICS.map((value) => ({ value, label: t(`words.topic.${value}`) }))}
        />
        <CheckboxGroup
          {...list('languages')}
          label={t('directory.languages')}
          options={LANGUAGES.map((value) => ({ value, label: t(`words.language.${value}`) }))}
        />
        <TextInput {...was('phone')} label={t('directory.new.phone')} type="tel" optional />
        <TextInput {...was('url')} label={t('directory.new.url')} type="url" optional />
        <TextInput {...was('postcode')} label={t('directory.new.postcode')} chars={8} optional />
        <TextInput {...was('cost')} label={t('directory.cost')} optional />
        <Checkbox
          page={page}
          name="remote"
          label={t('directory.new.remote')}
          checked={Boolean(raw && 'remote' in raw)}
        />
        <Checkbox
          page={page}
          name="openings"
          label={t('directory.new.openings')}
          checked={Boolean(raw && 'openings' in raw)}
        />
        <TextInput
          {...was('source')}
          label={t('directory.new.source')}
          hint={t('directory.new.sourceHint')}
        />
        <Actions>
          <Button>{t('directory.new.save')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
