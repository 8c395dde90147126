import {
  Actions,
  Button,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  ownName,
  type Page,
  PageHead,
  RadioGroup,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import type { Announcement } from '../announcement.ts';

interface EditProps {
  page: Page;
  /** The one that stands already; without it, a new one. */
  announcement?: Announcement;
  refused?: { raw: Record<string, unknown>; errors: Errors };
}

/** Writing to everybody. */
export function EditPage({ page, announcement, refused }: EditProps) {
  const { t } = page;
  const languages = page.community?.languages ?? [];
  const typed = (name: 'title' | 'body' | 'language') =>
    refused ? String([refused.raw[name] ?? ''].flat()[0] ?? '') : announcement?.[name];
  const title = t(announcement ? 'announcements.edit' : 'announcements.new');
  const action = announcement
    ? `/community/announcements/${announcement.id}/edit`
    : '/community/announcements';
  const errors = refused?.errors;
  return (
    <Layout page={page} title={title} current="me" narrow>
      <PageHead
        title={title}
        lead={t('announcements.edit-lead')}
        back={{ href: '/community/announcements', label: t('announcements.title') }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={action}>
        <TextInput
          page={page}
          name="title"
          label={t('announcements.its-title')}
          value={typed('title')}
          error={errors?.title}
        />
        <TextArea
          page={page}
          name="body"
          label={t('announcements.its-body')}
          rows={10}
          value={typed('body')}
          error={errors?.body}
          keepDraft
        />
        {languages.length > 1 ? (
          <RadioGroup
            page={page}
            name="language"
            label={t('announcements.its-language')}
            options={languages.map((value) => ({ value, label: ownName(value) }))}
            value={typed('language') ?? page.locale}
            error={errors?.language}
          />
        ) : (
          <input type="hidden" name="language" value={languages[0]} />
        )}
        <Actions>
          <Button>{t(announcement ? 'announcements.save' : 'announcements.publish')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
