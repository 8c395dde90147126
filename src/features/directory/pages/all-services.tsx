import { ButtonLink, Card, Chip, EmptyState, Layout, type Page, PageHead, Stack } from '../../../ui/index.ts';
import type { Service } from '../local-service.ts';

interface Props {
  page: Page;
  services: Service[];
  coordinates: boolean;
}

/** Local organisations and what they offer. */
export function ServicesPage({ page, services, coordinates }: Props) {
  const { t } = page;
  const add = coordinates && (
    <ButtonLink href="/community/directory/new" look="plain" icon="plus">
      {t('directory.add')}
    </ButtonLink>
  );
  return (
    <Layout page={page} title={t('directory.title')} current="plan">
      <PageHead
        title={t('directory.title')}
        lead={t('directory.lead')}
        back={{ href: '/plan', label: t('ui.nav.home') }}
      />
      {services.length === 0 ? (
        <EmptyState title={t('directory.empty.title')} drawing="path">
          <p>{t('directory.empty.text')}</p>
          <ButtonLink href="/help-now">{t('directory.empty.help')}</ButtonLink>
        </EmptyState>
      ) : (
        <Stack list>
          {services.map((service) => (
            <Card as="li">
              <h2>
                <a href={`/directory/${service.id}`}>{service.name}</a>
              </h2>
              <p class="quiet">{[service.organisation, service.placeName].filter(Boolean).join(' · ')}</p>
              <div class="chips">
                {service.topics.map((topic) => (
                  <Chip>{t(`words.topic.${topic}`)}</Chip>
                ))}
              </div>
            </Card>
          ))}
        </Stack>
      )}
      {add}
    </Layout>
  );
}
