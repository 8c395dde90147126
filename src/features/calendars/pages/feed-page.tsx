import {
  Actions,
  Button,
  ButtonLink,
  CopyButton,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  RadioGroup,
  Section,
} from '../../../ui/index.ts';
import { QrCode } from '../../circles/index.ts';
import type { Feed } from '../feed.ts';

interface Props {
  page: Page;
  feed: Feed | null;
  /** Whole, with its token; null while she has none. */
  address: string | null;
}

const HERE = '/calendar/feed';

/** Her calendar in her phone's: the address, what it tells, and how it ends. */
export function FeedPage({ page, feed, address }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('calendars.title')} current="calendar" narrow>
      <PageHead
        title={t('calendars.title')}
        lead={t('calendars.lead')}
        back={{ href: '/calendar', label: t('help.calendar.title') }}
      />
      {feed && address ? (
        <Made page={page} feed={feed} address={address} />
      ) : (
        <Form page={page} action={HERE}>
          <Shows page={page} value="all" />
          <Actions>
            <Button>{t('calendars.make')}</Button>
          </Actions>
        </Form>
      )}
    </Layout>
  );
}

const Shows = ({ page, value }: { page: Page; value: string }) => (
  <RadioGroup
    page={page}
    name="shows"
    label={page.t('calendars.shows')}
    options={[
      { value: 'all', label: page.t('calendars.shows-all'), hint: page.t('calendars.shows-all-hint') },
      { value: 'hours', label: page.t('calendars.shows-hours'), hint: page.t('calendars.shows-hours-hint') },
    ]}
    value={value}
  />
);

function Made({ page, feed, address }: { page: Page; feed: Feed; address: string }) {
  const { t } = page;
  return (
    <>
      <Actions>
        <ButtonLink href={address.replace(/^https?:/, 'webcal:')} icon="calendar">
          {t('calendars.open')}
        </ButtonLink>
        <CopyButton page={page} text={address} />
      </Actions>
      <p class="quiet">{t('calendars.by-hand')}</p>
      <p class="feed-address">
        <code>{address}</code>
      </p>
      <Note icon="lock">{t('calendars.secret')}</Note>
      <Section id="other-phone" title={t('calendars.qr-title')}>
        <p class="quiet">{t('calendars.qr-lead')}</p>
        <QrCode text={address.replace(/^https?:/, 'webcal:')} label={t('calendars.qr-label')} size={190} />
      </Section>
      <Form page={page} action={`${HERE}/content`}>
        <Shows page={page} value={feed.contentFree ? 'hours' : 'all'} />
        <Actions>
          <Button look="plain">{t('calendars.choose')}</Button>
        </Actions>
      </Form>
      <Section id="end" title={t('calendars.end-title')}>
        <p>{t('calendars.end-lead')}</p>
        <Actions>
          <Form page={page} action={HERE} inline>
            <Button look="plain">{t('calendars.renew')}</Button>
          </Form>
          <Form page={page} action={`${HERE}/end`} inline>
            <Button look="danger">{t('calendars.end')}</Button>
          </Form>
        </Actions>
      </Section>
    </>
  );
}
