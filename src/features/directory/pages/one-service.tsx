import {
  Actions,
  Button,
  ButtonLink,
  Chip,
  Facts,
  Form,
  formatTime,
  Layout,
  Note,
  type Page,
  PageHead,
  PostText,
} from '../../../ui/index.ts';
import type { Service } from '../local-service.ts';

interface Props {
  page: Page;
  service: Service;
  coordinates: boolean;
}

/** One service: how to reach it, what it costs, and how old what we know is. */
export function ServicePage({ page, service, coordinates }: Props) {
  const { t } = page;
  const day = (date: string) =>
    formatTime({ ...page, timeZone: 'UTC' }, new Date(`${date}T12:00:00Z`), 'date');
  const languages = new Intl.ListFormat(page.lang).format(
    service.languages.map((l) => t(`words.language.${l as 'en'}`)),
  );
  return (
    <Layout page={page} title={service.name} current="plan">
      <PageHead
        title={service.name}
        lead={service.organisation}
        back={{ href: '/directory', label: t('directory.title') }}
      >
        <div class="chips">
          {service.topics.map((topic) => (
            <Chip tint="rose">{t(`words.topic.${topic}`)}</Chip>
          ))}
        </div>
        <Facts
          facts={[
            { icon: 'place', label: t('directory.where'), value: service.placeName },
            {
              icon: 'video',
              label: t('directory.how'),
              value: service.remote ? t('directory.remote') : null,
            },
            { icon: 'language', label: t('directory.languages'), value: languages },
            { icon: 'info', label: t('directory.cost'), value: service.cost },
            {
              icon: 'clock',
              label: t('directory.openings'),
              value: service.openingsOn && t('directory.openingsOn', { date: day(service.openingsOn) }),
            },
          ]}
        />
      </PageHead>
      {service.isSample && <Note tone="warm">{t('directory.sample')}</Note>}
      <PostText text={service.description} />
      <Actions>
        {service.phone && (
          <ButtonLink href={`tel:${service.phone.replace(/[^+\d]/g, '')}`} icon="phone">
            {t('directory.call', { phone: service.phone })}
          </ButtonLink>
        )}
        {service.url && (
          <ButtonLink href={service.url} look="plain" icon="external">
            {t('directory.site')}
          </ButtonLink>
        )}
        <ButtonLink href={`/ecomap/ties/new?service=${service.id}`} look="plain" icon="family">
          {t('directory.to-map')}
        </ButtonLink>
      </Actions>
      <p class="quiet">
        {t(service.overdue ? 'directory.overdue' : 'directory.verified', {
          source: service.source,
          date: day(service.verifiedOn),
          review: day(service.reviewOn),
        })}
      </p>
      {coordinates && (
        <Form page={page} action={`/community/directory/${service.id}/removal`} inline>
          <Button look="danger">{t('directory.remove')}</Button>
        </Form>
      )}
    </Layout>
  );
}
