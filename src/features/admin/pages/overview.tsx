import {
  Actions,
  ButtonLink,
  Card,
  Layout,
  Note,
  type Page,
  PageHead,
  Section,
  Stack,
} from '../../../ui/index.ts';
import type { FirstReplies as WhoWaits } from '../first-replies.ts';
import type { Overview } from '../overview.ts';
import { FirstReplies } from './first-replies.tsx';
import { Machinery, type MachineryProps } from './machinery.tsx';

interface Props extends MachineryProps {
  page: Page;
  figures: Overview;
  firstReplies: WhoWaits;
  /** Members who offer themselves as mentors and have no answer yet, and of which program if it is one. */
  mentorsWaiting: { count: number; path: string };
  /** Shipped facts past their review date. */
  overdue: { id: string }[];
}

/** The coordinator's first page: what waits, and where things are. */
export function OverviewPage({ page, figures, firstReplies, mentorsWaiting, overdue, ...machinery }: Props) {
  const { t } = page;
  const late = firstReplies.waits.reduce((sum, one) => sum + one.late, 0);
  const waiting = [
    figures.lateCalls > 0 && {
      text: t('callbacks.late-count', { count: figures.lateCalls }),
      href: '/community/callbacks',
    },
    late > 0 && { text: t('first-reply.late-count', { count: late }), href: '#first-replies' },
    figures.openReports > 0 && {
      text: t('admin.waiting.reports', { count: figures.openReports }),
      href: '/moderation',
    },
    figures.servicesOverdue > 0 && {
      text: t('admin.waiting.services', { count: figures.servicesOverdue }),
      href: '/directory',
    },
    mentorsWaiting.count > 0 && {
      text: t('programs.kept.waiting', { count: mentorsWaiting.count }),
      href: mentorsWaiting.path,
    },
    figures.untended > 0 && {
      text: t('admin.waiting.untended', { count: figures.untended }),
      href: '/community/circles',
    },
  ].filter((one) => one !== false);
  return (
    <Layout page={page} title={t('admin.title')} current="me">
      <PageHead
        title={t('admin.title')}
        lead={t('admin.lead', { members: figures.members, circles: figures.circles })}
        back={{ href: '/me', label: t('ui.nav.me') }}
      />
      <Section id="waiting" title={t('admin.waiting.title')}>
        {waiting.length === 0 && <p class="quiet">{t('admin.waiting.nothing')}</p>}
        <Stack list>
          {waiting.map(({ text, href }) => (
            <Card as="li" lit>
              <h3>
                <a href={href}>{text}</a>
              </h3>
            </Card>
          ))}
        </Stack>
        {overdue.length > 0 && (
          <Note tone="warm">
            {t('admin.waiting.facts', {
              names: overdue.map((fact) => fact.id).join(', '),
            })}
          </Note>
        )}
      </Section>
      <FirstReplies page={page} {...firstReplies} />
      <Machinery page={page} {...machinery} />
      <Section id="rooms" title={t('admin.rooms')}>
        <Actions>
          <ButtonLink href="/community/people" look="plain" icon="me">
            {t('admin.people.title')}
          </ButtonLink>
          <ButtonLink href="/community/settings" look="plain" icon="edit">
            {t('admin.settings.title')}
          </ButtonLink>
          <ButtonLink href="/community/circles" look="plain" icon="circles">
            {t('admin.circles')}
          </ButtonLink>
          <ButtonLink href="/community/circle-forming" look="plain" icon="circles">
            {t('forming.care.title')}
          </ButtonLink>
          <ButtonLink href="/community/support-volunteers" look="plain" icon="peer">
            {t('asks.volunteers.title')}
          </ButtonLink>
          <ButtonLink href="/community/programs" look="plain" icon="peer">
            {t('programs.kept.title')}
          </ButtonLink>
          <ButtonLink href="/community/callbacks" look="plain" icon="phone">
            {t('callbacks.desk')}
          </ButtonLink>
          <ButtonLink href="/community/announcements" look="plain" icon="announcement">
            {t('announcements.title')}
          </ButtonLink>
          <ButtonLink href="/community/calendars" look="plain" icon="calendar">
            {t('calendars.sources')}
          </ButtonLink>
          <ButtonLink href="/community/sources" look="plain" icon="feed">
            {t('around-us.sources')}
          </ButtonLink>
          <ButtonLink href="/directory" look="plain" icon="professional">
            {t('admin.directory')}
          </ButtonLink>
          <ButtonLink href="/moderation" look="plain" icon="flag">
            {t('admin.moderation')}
          </ButtonLink>
          <ButtonLink href="/community/safety" look="plain" icon="help">
            {t('safety.community-title')}
          </ButtonLink>
        </Actions>
      </Section>
    </Layout>
  );
}
