import type { Errors, Page } from '../../../ui/index.ts';
import { Button, Drawing, ErrorSummary, Form, Layout, PageHead, TextInput } from '../../../ui/index.ts';

interface JoinProps {
  page: Page;
  next: string;
  name?: string;
  errors?: Errors;
}

/** The first minute of a new member: the name she is known by here. */
export function JoinPage({ page, next, name, errors }: JoinProps) {
  const { t } = page;
  const community = page.community?.name ?? t('ui.porchlight');
  return (
    <Layout page={page} title={t('accounts.join-title', { community })} narrow>
      <Drawing name="porch" />
      <PageHead title={t('accounts.join-title', { community })} lead={t('accounts.join-lead')} />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action="/join">
        <input type="hidden" name="next" value={next} />
        <TextInput
          page={page}
          name="name"
          autocomplete="nickname"
          maxlength={60}
          label={t('accounts.name')}
          hint={t('accounts.name-hint')}
          value={name}
          error={errors?.name}
        />
        <Button wide>{t('accounts.join')}</Button>
      </Form>
      <p class="quiet">
        {t('accounts.join-charter')} <a href="/guides/charter">{t('ui.charter')}</a>
      </p>
      <Form page={page} action="/join/withdrawal" inline forgets>
        <Button look="text">{t('accounts.join-not-now')}</Button>
      </Form>
    </Layout>
  );
}
