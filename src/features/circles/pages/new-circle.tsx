import type { Raw } from '../../../platform/http/index.ts';
import { Actions, Button, ButtonLink, type Errors, Layout, type Page, PageHead } from '../../../ui/index.ts';
import { CircleForm, one } from './circle-form.tsx';

/** Starting one: a form half filled in, nothing of which is final. */
export function NewCirclePage({ page, raw, errors = {} }: { page: Page; raw: Raw; errors?: Errors }) {
  const { t } = page;
  const cohort = one(raw, 'cohort') !== '';
  return (
    <Layout page={page} title={t('circles.start')} current="circles">
      <PageHead
        title={t('circles.start')}
        lead={t(cohort ? 'circles.start-cohort-lead' : 'circles.start-lead')}
        back={{ href: '/circles', label: t('circles.title') }}
      />
      <nav class="asides rooms" aria-label={t('circles.start-kind')}>
        <a href="/circles/new" aria-current={cohort ? undefined : 'page'}>
          {t('circles.start-circle')}
        </a>
        <a href="/circles/new?cohort=yes" aria-current={cohort ? 'page' : undefined}>
          {t('circles.start-cohort')}
        </a>
      </nav>
      <CircleForm page={page} raw={raw} errors={errors} action="/circles/new">
        <p class="quiet">{t('circles.start-next')}</p>
        <Actions>
          <Button wide>{t('circles.start-now')}</Button>
          <ButtonLink href="/circles" look="text">
            {t('circles.not-now')}
          </ButtonLink>
        </Actions>
      </CircleForm>
    </Layout>
  );
}
