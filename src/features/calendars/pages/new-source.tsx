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
  Select,
  TextInput,
} from '../../../ui/index.ts';
import { KINDS } from '../../gatherings/index.ts';
import type { Unread } from '../reading-source.ts';
import { FileInput } from './file-input.tsx';

interface Props {
  page: Page;
  raw?: Record<string, string | string[]>;
  errors?: Errors;
  /** Which line of what she brought is wrong. */
  unread?: Unread;
}

/** Whose calendar it is, and where it stands. */
export function NewSourcePage({ page, raw = {}, errors, unread }: Props) {
  const { t } = page;
  const typed = (name: string) => (typeof raw[name] === 'string' ? raw[name] : undefined);
  return (
    <Layout page={page} title={t('calendars.add')} current="me" narrow>
      <PageHead
        title={t('calendars.add')}
        lead={t('calendars.add-lead')}
        back={{ href: '/community/calendars', label: t('calendars.sources') }}
      />
      <ErrorSummary page={page} errors={errors} />
      {unread && (
        <Note tone="warm" icon="alert">
          {t('calendars.unread', { line: unread.line, why: t(`calendars.reason.${unread.reason}`) })}
        </Note>
      )}
      <Form page={page} action="/community/calendars" multipart>
        <TextInput
          page={page}
          name="name"
          label={t('calendars.name')}
          hint={t('calendars.name-hint')}
          value={typed('name')}
          error={errors?.name}
        />
        <TextInput
          page={page}
          name="url"
          type="url"
          label={t('calendars.url')}
          hint={t('calendars.url-hint')}
          value={typed('url')}
          error={errors?.url}
          optional
        />
        <FileInput page={page} error={errors?.file} />
        <Select
          page={page}
          name="kind"
          label={t('calendars.kind')}
          options={KINDS.map((kind) => ({ value: kind, label: t(`gatherings.kind.${kind}`) }))}
          value={typed('kind') ?? 'story-time'}
        />
        <TextInput
          page={page}
          name="near"
          label={t('calendars.near')}
          hint={t('calendars.near-hint')}
          value={typed('near')}
          error={errors?.near}
          autocomplete="off"
          chars={12}
          optional
        />
        <Actions>
          <Button>{t('calendars.look')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
