import { Actions, Button, ButtonLink, Form, Layout, type Page, PageHead } from '../../../ui/index.ts';
import type { Source } from '../source.ts';

/** Before a calendar is let go: what that means for those who come. */
export function RemovalPage({ page, source }: { page: Page; source: Source }) {
  const { t } = page;
  const path = `/community/calendars/${source.sourceId}`;
  const title = t('calendars.remove-title', { name: source.name });
  return (
    <Layout page={page} title={title} current="me" narrow>
      <PageHead title={title} lead={t('calendars.remove-lead')} />
      <Form page={page} action={`${path}/removal`}>
        <Actions>
          <Button look="danger">{t('calendars.remove-now')}</Button>
          <ButtonLink href={path} look="text">
            {t('calendars.keep')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
