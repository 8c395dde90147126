import { ButtonLink, Layout, type Page, PageHead, Section, Stack } from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import type { Circle } from '../circle.ts';
import type { Found } from '../ranking.ts';
import { CircleCard } from './circle-card.tsx';

/** The last place went a moment ago: that it is not about her, and where else there is one. */
export function FullPage({ page, circle, others }: { page: Page; circle: Circle; others: Found[] }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('circles.full-title', { name: circleName(page, circle) })} current="circles">
      <PageHead
        title={t('circles.full-title', { name: circleName(page, circle) })}
        lead={t('circles.full-lead')}
        back={{ href: `/circles/${circle.circleId}`, label: circleName(page, circle) }}
      />
      {others.length > 0 && (
        <Section title={t('circles.full-alike')} id="alike">
          <Stack list>
            {others.map((found) => (
              <CircleCard page={page} found={found} />
            ))}
          </Stack>
        </Section>
      )}
      <p class="rule">
        <span>{t('circles.start-line')}</span>
        <ButtonLink href="/circles/new" look="plain" icon="plus">
          {t('circles.start')}
        </ButtonLink>
      </p>
    </Layout>
  );
}
