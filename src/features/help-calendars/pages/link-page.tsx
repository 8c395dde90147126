import {
  Actions,
  Button,
  CopyButton,
  Disclosure,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  PrintButton,
  Section,
  ShareButton,
} from '../../../ui/index.ts';
import { QrCode } from '../../circles/index.ts';
import { type HelpCalendar, isOpen } from '../calendar.ts';
import { pathOf } from '../paths.ts';

interface Props {
  page: Page;
  calendar: HelpCalendar;
  link: string | null;
  /** Hers to renew and take back. */
  own: boolean;
}

/** The link family and friends come by, as words, as a code to point a phone at, and how it ends. */
export function LinkPage({ page, calendar, link, own }: Props) {
  const { t } = page;
  const path = pathOf(calendar.calendarId);
  const title = t('help-calendars.for', { name: calendar.called });
  return (
    <Layout page={page} title={t('help-calendars.link')} current="ask" narrow>
      <PageHead
        title={t('help-calendars.link')}
        lead={t('help-calendars.link-lead')}
        back={{ href: path, label: title }}
      />
      {link ? (
        <>
          <p class="feed-address">
            <code>{link}</code>
          </p>
          <Actions>
            <ShareButton
              page={page}
              title={title}
              url={link}
              text={t('help-calendars.share-words', { name: calendar.called })}
            />
            <CopyButton page={page} text={link} />
            <PrintButton page={page} />
          </Actions>
          <figure class="help-code">
            <QrCode text={link} label={t('help-calendars.qr-label')} size={220} />
            <figcaption>{t('help-calendars.qr-lead')}</figcaption>
          </figure>
        </>
      ) : (
        <Note icon="info">{t('help-calendars.no-link')}</Note>
      )}
      {own && isOpen(calendar) && (
        <Section id="renew" title={t('help-calendars.link-renew-title')} screenOnly>
          <p>{t('help-calendars.link-renew-lead')}</p>
          <Form page={page} action={`${path}/link`} inline>
            <Button look="plain">{t('help-calendars.link-renew')}</Button>
          </Form>
          {link && (
            <Disclosure summary={t('help-calendars.link-end')}>
              <p>{t('help-calendars.link-end-lead')}</p>
              <Form page={page} action={`${path}/link/end`}>
                <Button look="danger">{t('help-calendars.link-end')}</Button>
              </Form>
            </Disclosure>
          )}
        </Section>
      )}
    </Layout>
  );
}
