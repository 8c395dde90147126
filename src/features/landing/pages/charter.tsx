import { Card, EmptyState, Layout, type Page, PageHead, PostText } from '../../../ui/index.ts';

/** What the people here have agreed on, in their own words and language. */
export function CharterPage({ page, charter }: { page: Page; charter: string }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('ui.charter')} public description={t('landing.charter-lead')}>
      <PageHead title={t('ui.charter')} lead={t('landing.charter-lead')} />
      {charter.trim() ? (
        <Card as="div">
          <div class="prose" dir="auto">
            <PostText text={charter} />
          </div>
        </Card>
      ) : (
        <EmptyState drawing="chairs" title={t('landing.no-charter')} />
      )}
    </Layout>
  );
}
