import { Card, Layout, type Page, PageHead, Stack } from '../../../ui/index.ts';
import { whenThere } from '../describing.ts';
import type { View } from '../gathering-view.ts';
import { pathOf } from '../paths.ts';

/** Of what repeats: how much of it is meant to change. */
export function SpanPage({ page, view }: { page: Page; view: View }) {
  const { t } = page;
  const { gathering, occurrence } = view;
  const here = `${pathOf(gathering.gatheringId)}/edit?occurrence=${occurrence.occurrenceId}`;
  return (
    <Layout page={page} title={t('gatherings.edit')} current="calendar" narrow>
      <PageHead
        title={t('gatherings.which')}
        lead={whenThere(page, gathering, occurrence)}
        back={{ href: pathOf(gathering.gatheringId, occurrence.occurrenceId), label: gathering.title }}
      />
      <Stack list>
        {(['one', 'following', 'all'] as const).map((span) => (
          <Card as="li">
            <h2>
              <a href={`${here}&span=${span}`}>{t(`gatherings.span.${span}`)}</a>
            </h2>
            <p class="quiet">{t(`gatherings.span-hint.${span}`)}</p>
          </Card>
        ))}
      </Stack>
    </Layout>
  );
}
