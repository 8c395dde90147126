import type { Page } from '../../../ui/index.ts';
import { Button, ButtonLink, Drawing, Form, Layout, Note, PageHead } from '../../../ui/index.ts';

/** Where the letter's link leads. Only its button uses the link up: mail programs open links by themselves. */
export function LinkPage({ page, sealed, email }: { page: Page; sealed: string; email: string }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('accounts.sign-in')} narrow>
      <Drawing name="porch" />
      <PageHead title={t('accounts.link-title')} lead={t('accounts.link-lead', { email })} />
      <Form page={page} action="/sign-in/link">
        <input type="hidden" name="t" value={sealed} />
        <Button wide>{t('accounts.link-enter')}</Button>
      </Form>
      <Note icon="info">{t('accounts.link-not-you')}</Note>
    </Layout>
  );
}

/** A link that was used, or has grown old. */
export function OldLinkPage({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('accounts.link-old')} narrow>
      <Drawing name="letter" />
      <PageHead title={t('accounts.link-old')} lead={t('accounts.link-old-lead')} />
      <ButtonLink href="/sign-in" wide>
        {t('accounts.send-new-code')}
      </ButtonLink>
    </Layout>
  );
}
