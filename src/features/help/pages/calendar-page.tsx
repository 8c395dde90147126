import {
  ButtonLink,
  Card,
  EmptyState,
  Facts,
  formatTime,
  Layout,
  Note,
  PageHead,
  Section,
  Stack,
} from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import { circleName } from '../../circles/index.ts';
import { GatheringCard, type Withdrawn, WithdrawnTime } from '../../gatherings/index.ts';
import { SlotAheadCard } from '../../help-calendars/index.ts';
import type { Entry, Meet } from '../calendar.ts';

/** What lies before her, day by day, a few weeks ahead; and the way to more. */
export function CalendarPage({
  page,
  entries,
  withdrawn,
}: {
  page: Page;
  entries: Entry[];
  withdrawn: Withdrawn[];
}) {
  const { t } = page;
  return (
    <Layout page={page} title={t('help.calendar.title')} current="calendar">
      <PageHead
        title={t('help.calendar.title')}
        lead={entries.length > 0 ? t('help.calendar.lead') : undefined}
      />
      {withdrawn.length > 0 && (
        <Note tone="warm" icon="alert">
          {withdrawn.map((time) => (
            <WithdrawnTime page={page} time={time} />
          ))}
        </Note>
      )}
      {entries.length === 0 && (
        <EmptyState drawing="chairs" title={t('help.calendar.empty')}>
          <p class="quiet">{t('help.calendar.empty-lead')}</p>
          <ButtonLink href="/gatherings">{t('agenda.find')}</ButtonLink>
          <a href="/circles">{t('help.calendar.find')}</a>
        </EmptyState>
      )}
      {entries.length > 0 && (
        <p class="rule">
          <span>{t('help.calendar.more')}</span>
          <ButtonLink href="/gatherings" look="plain" icon="search">
            {t('agenda.find')}
          </ButtonLink>
        </p>
      )}
      {byDay(page, entries).map(([day, those], i) => (
        <Section title={day} id={`day-${i}`}>
          <Stack list>
            {those.map((one) =>
              one.help ? (
                <SlotAheadCard page={page} one={one.help} />
              ) : one.gathering ? (
                <GatheringCard page={page} one={one.gathering} />
              ) : (
                <MeetingCard page={page} meeting={one.meeting} />
              ),
            )}
          </Stack>
        </Section>
      ))}
      <p class="rule">
        <span>{t('calendars.invite')}</span>
        <ButtonLink href="/calendar/feed" look="plain" icon="device">
          {t('calendars.title')}
        </ButtonLink>
      </p>
    </Layout>
  );
}

/** A circle's usual hour. */
const MeetingCard = ({ page, meeting }: { page: Page; meeting: Meet }) => (
  <Card as="li">
    <h3>
      <a href={`/circles/${meeting.circle.circleId}`}>{circleName(page, meeting.circle)}</a>
    </h3>
    <MeetingFacts page={page} meeting={meeting} />
  </Card>
);

function MeetingFacts({ page, meeting: { circle, start, end } }: { page: Page; meeting: Meet }) {
  const { t } = page;
  const hours = (zone: string) => {
    const reader = { lang: page.lang, timeZone: zone };
    return t('help.calendar.hours', {
      from: formatTime(reader, start, 'time'),
      to: formatTime(reader, end, 'time'),
    });
  };
  const here = hours(page.timeZone);
  const there = hours(circle.timeZone);
  const time = here === there ? here : t('help.calendar.both-zones', { here, there });
  return (
    <Facts
      facts={[
        { icon: 'clock', label: t('help.calendar.when'), value: time },
        {
          icon: circle.place === 'online' ? 'video' : 'place',
          label: t('help.calendar.where'),
          value:
            circle.place === 'online'
              ? t('words.place.online')
              : (circle.placeName ?? t(`words.place.${circle.place}`)),
        },
      ]}
    />
  );
}

function byDay(page: Page, entries: Entry[]): [string, Entry[]][] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = formatTime(page, entry.start, 'day');
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
