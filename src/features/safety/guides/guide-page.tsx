import type { MessageKey } from '../../../platform/i18n/index.ts';
import { ButtonLink, Card, Layout, type Page, PageHead, PostText, Stack } from '../../../ui/index.ts';
import type { SafetyPromise } from '../promise.ts';
import { GUIDES, type Guide } from './guide.ts';

export function GuidesPage({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('guides.title')} public description={t('guides.lead')}>
      <PageHead title={t('guides.title')} lead={t('guides.lead')} />
      <Stack list>
        {(Object.keys(GUIDES) as Guide[]).map((guide) => (
          <Card as="li">
            <h2>
              <a href={`/guides/${guide}`}>{t(`guides.${guide}`)}</a>
            </h2>
            <p>{t(`guides.${guide}.lead`)}</p>
          </Card>
        ))}
      </Stack>
    </Layout>
  );
}

interface Props {
  page: Page;
  guide: Guide;
  promise: SafetyPromise;
  charter: string;
}

/** One guide: short, and only what holds here. */
export function GuidePage({ page, guide, promise, charter }: Props) {
  const { t } = page;
  const parts: readonly string[] = GUIDES[guide];
  // Hours and steps are this community's own.
  const values = { hours: promise.answerHours, danger: promise.dangerHours };
  return (
    <Layout page={page} title={t(`guides.${guide}`)} public description={t(`guides.${guide}.lead`)}>
      <PageHead
        title={t(`guides.${guide}`)}
        lead={t(`guides.${guide}.lead`)}
        back={{ href: '/guides', label: t('guides.title') }}
      />
      {guide === 'danger' && (
        <ButtonLink href="/help-now" icon="help">
          {t('ui.help-now')}
        </ButtonLink>
      )}
      {guide === 'charter' && charter.trim() && (
        <Card as="div">
          <div class="prose" dir="auto">
            <PostText text={charter} />
          </div>
        </Card>
      )}
      <div class="prose">
        {parts.map((part) => (
          <>
            <h2>{t(`guides.${guide}.${part}` as MessageKey)}</h2>
            <PostText text={t(`guides.${guide}.${part}-says` as MessageKey, values)} />
            {guide === 'danger' && part === 'steps' && (
              <div class="post-body">
                <PostText text={promise.escalation || t('safety.escalation-default')} />
              </div>
            )}
          </>
        ))}
      </div>
    </Layout>
  );
}
