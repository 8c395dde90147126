import { ButtonLink, Card, EmptyState, Layout, type Page, PageHead, Stack } from '../../../ui/index.ts';
import type { Source } from '../source.ts';
import { stateOf } from './source-state.ts';

/** The calendars of others that a community takes gatherings from. */
export function SourcesPage({ page, sources }: { page: Page; sources: Source[] }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('calendars.sources')} current="me">
      <PageHead
        title={t('calendars.sources')}
        lead={sources.length > 0 ? t('calendars.sources-lead') : undefined}
        back={{ href: '/community', label: t('admin.title') }}
      >
        {sources.length > 0 && (
          <ButtonLink href="/community/calendars/new" icon="plus">
            {t('calendars.add')}
          </ButtonLink>
        )}
      </PageHead>
      {sources.length === 0 ? (
        <EmptyState drawing="chairs" title={t('calendars.none')}>
          <p class="quiet">{t('calendars.sources-lead')}</p>
          <ButtonLink href="/community/calendars/new">{t('calendars.add')}</ButtonLink>
        </EmptyState>
      ) : (
        <Stack list>
          {sources.map((source) => (
            <Card as="li" lit={source.problem !== null || source.acceptedAt === null}>
              <h2>
                <a href={`/community/calendars/${source.sourceId}`}>{source.name}</a>
              </h2>
              <p class="quiet">{stateOf(page, source)}</p>
            </Card>
          ))}
        </Stack>
      )}
    </Layout>
  );
}
