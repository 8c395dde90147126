import {
  ButtonLink,
  Card,
  Chip,
  EmptyState,
  Layout,
  type Page,
  PageHead,
  Section,
  Stack,
} from '../../../ui/index.ts';
import type { Helping, Listed } from '../listing.ts';
import { pathOf } from '../paths.ts';

/** Her help calendars, those she set up for somebody, and those she helps in. */
export function HelpCalendarsPage({
  page,
  kept,
  helping,
}: {
  page: Page;
  kept: Listed[];
  helping: Helping[];
}) {
  const { t } = page;
  return (
    <Layout page={page} title={t('help-calendars.title')} current="ask">
      <PageHead
        title={t('help-calendars.title')}
        lead={t('help-calendars.title-lead')}
        back={{ href: '/ask', label: t('asks.doors.title') }}
      />
      {kept.length === 0 ? (
        <EmptyState title={t('help-calendars.none')} drawing="chairs">
          <p class="quiet">{t('help-calendars.none-lead')}</p>
          <ButtonLink href="/help-calendars/new">{t('help-calendars.make')}</ButtonLink>
        </EmptyState>
      ) : (
        <>
          <Stack list>
            {kept.map((one) => (
              <KeptCard page={page} one={one} />
            ))}
          </Stack>
          <ButtonLink href="/help-calendars/new" look="plain" icon="plus">
            {t('help-calendars.make-another')}
          </ButtonLink>
        </>
      )}
      {helping.length > 0 && (
        <Section id="helping" title={t('help-calendars.where-you-help')}>
          <Stack list>
            {helping.map(({ calendar, path, turns }) => (
              <Card as="li">
                <h3>
                  <a href={path}>{t('help-calendars.for', { name: calendar.called })}</a>
                </h3>
                <p class="quiet">{t('help-calendars.your-turns-count', { turns })}</p>
              </Card>
            ))}
          </Stack>
        </Section>
      )}
      <p class="rule">
        <span>{t('help-calendars.people-lead')}</span>
        <ButtonLink href="/people" look="plain" icon="family">
          {t('people.title')}
        </ButtonLink>
      </p>
    </Layout>
  );
}

function KeptCard({ page, one: { calendar, taken, ahead } }: { page: Page; one: Listed }) {
  const { t } = page;
  const state = calendar.endedAt ? 'ended' : calendar.consent;
  return (
    <Card as="li">
      <h2>
        <a href={pathOf(calendar.calendarId)}>{t('help-calendars.for', { name: calendar.called })}</a>
      </h2>
      <p class="quiet">{t(`help-calendars.occasion.${calendar.occasion}`)}</p>
      {state === 'given' ? (
        <p class="quiet">{t('help-calendars.lights', { taken, open: ahead - taken })}</p>
      ) : (
        <div class="chips">
          <Chip>{t(`help-calendars.state.${state}`)}</Chip>
        </div>
      )}
    </Card>
  );
}
