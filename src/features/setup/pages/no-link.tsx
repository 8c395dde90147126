import { Layout, Note, type Page, PageHead } from '../../../ui/index.ts';

/** Nobody has set this up yet, and whoever is here does not hold the link. */
export function NoLinkPage({ page, used = false }: { page: Page; used?: boolean }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('setup.title')} narrow>
      <PageHead
        title={t(used ? 'setup.used.title' : 'setup.waiting.title')}
        lead={t(used ? 'setup.used.lead' : 'setup.waiting.lead')}
      />
      <Note icon="key">{t('setup.waiting.where')}</Note>
    </Layout>
  );
}
