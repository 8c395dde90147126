import {
  ButtonLink,
  Card,
  EmptyState,
  Facts,
  formatTime,
  Layout,
  PageHead,
  Section,
  Stack,
} from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import { circleName } from '../../circles/index.ts';
import type { Meet } from '../calendar.ts';

/** When her circles meet, day by day, a few weeks ahead. */
export function CalendarPage({ page, meetings }: { page: Page; meetings: Meet[] }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('help.calendar.title')} current="calendar">
      <PageHead
        title={t('help.calendar.title')}
        lead={meetings.length > 0 ? t('help.calendar.lead') : undefined}
      />
      {meetings.length === 0 && (
        <EmptyState drawing="chairs" title={t('help.calendar.empty')}>
          <p class="quiet">{t('help.calendar.empty-lead')}</p>
          <ButtonLink href="/circles">{t('help.calendar.find')}</ButtonLink>
        </EmptyState>
      )}
      {byDay(page, meetings).map(([day, those], i) => (
        <Section title={day} id={`day-${i}`}>
          <Stack list>
            {those.map((meeting) => (
              <Card as="li">
                <h3>
                  <a href={`/circles/${meeting.circle.circleId}`}>{circleName(page, meeting.circle)}</a>
                </h3>
                <MeetingFacts page={page} meeting={meeting} />
              </Card>
            ))}
          </Stack>
        </Section>
      ))}
    </Layout>
  );
}

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

function byDay(page: Page, meetings: Meet[]): [string, Meet[]][] {
  const days = new Map<string, Meet[]>();
  for (const meeting of meetings) {
    const day = formatTime(page, meeting.start, 'day');
    days.set(day, [...(days.get(day) ?? []), meeting]);
  }
  return [...days];
}
