import { ButtonLink } from './button.tsx';
import { Actions } from './card.tsx';
import { EmptyState } from './empty-state.tsx';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';

/** Shown by the service worker when there is no signal; fetched once, as nobody. */
export function OfflinePage({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('ui.offline')} narrow>
      <EmptyState drawing="path" heading title={t('ui.offline')}>
        <p>{t('ui.offline-lead')}</p>
        <Actions>
          <ButtonLink href="/help-now">{t('ui.help-now')}</ButtonLink>
          <ButtonLink href="/plan" look="plain">
            {t('ui.offline-plan')}
          </ButtonLink>
        </Actions>
      </EmptyState>
    </Layout>
  );
}
