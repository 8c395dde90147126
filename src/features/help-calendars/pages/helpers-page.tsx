import {
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  Layout,
  type Page,
  PageHead,
  Stack,
} from '../../../ui/index.ts';
import type { HelpCalendar } from '../calendar.ts';
import { pathOf } from '../paths.ts';
import type { Contact, Helper } from '../who-helps.ts';
import { Strangers, standingOf } from './strangers.tsx';

interface Props {
  page: Page;
  calendar: HelpCalendar;
  helpers: Helper[];
  contacts: Map<string, Contact>;
  vouches: boolean;
}

/** Who helps, how they are reached, and the way to say "not this one". */
export function HelpersPage({ page, calendar, helpers, contacts, vouches }: Props) {
  const { t } = page;
  const path = pathOf(calendar.calendarId);
  return (
    <Layout page={page} title={t('help-calendars.helpers')} current="ask">
      <PageHead
        title={t('help-calendars.helpers')}
        lead={t('help-calendars.helpers-lead')}
        back={{ href: path, label: t('help-calendars.for', { name: calendar.called }) }}
      />
      {helpers.length === 0 && (
        <EmptyState title={t('help-calendars.no-helpers')} drawing="chairs">
          <p class="quiet">{t('help-calendars.no-helpers-lead')}</p>
          <ButtonLink href={`${path}/link`} icon="link">
            {t('help-calendars.share-title')}
          </ButtonLink>
        </EmptyState>
      )}
      <Strangers
        page={page}
        calendar={calendar}
        helpers={helpers}
        path={`${path}/helpers`}
        vouches={vouches}
      />
      <Stack list>
        {helpers.map((helper) => (
          <Card as="li">
            <h2>{helper.name}</h2>
            <p class="quiet">{t(`help-calendars.standing.${standingOf(helper)}`)}</p>
            {helper.backsUp && <p class="quiet">{t('help-calendars.backs-up')}</p>}
            <Reach contact={contacts.get(helper.helperId)} />
            <Form page={page} action={`${path}/helpers/${helper.helperId}/removal`}>
              <Actions>
                <Button look="text" label={t('help-calendars.remove-helper-name', { name: helper.name })}>
                  {t('help-calendars.remove-helper')}
                </Button>
              </Actions>
            </Form>
          </Card>
        ))}
      </Stack>
    </Layout>
  );
}

const Reach = ({ contact }: { contact: Contact | undefined }) => (
  <>
    {contact?.mail && (
      <p>
        <a href={`mailto:${contact.mail}`}>{contact.mail}</a>
      </p>
    )}
    {contact?.phone && (
      <p>
        <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>
      </p>
    )}
  </>
);
