import {
  Actions,
  ButtonLink,
  EmptyState,
  Layout,
  type Page,
  PageHead,
  PostText,
  Time,
} from '../../../ui/index.ts';
import type { Announcement } from '../announcement.ts';

interface Props {
  page: Page;
  announcements: Announcement[];
  /** Those the community follows have written something. */
  othersWrote: boolean;
}

/** What is said to everybody, newest first. */
export function AnnouncementsPage({ page, announcements, othersWrote }: Props) {
  const { t } = page;
  const community = page.community?.name ?? '';
  return (
    <Layout
      page={page}
      title={t('announcements.title')}
      description={t('announcements.lead', { community })}
      public
      head={
        <link
          rel="alternate"
          type="application/atom+xml"
          href="/announcements.atom"
          title={t('announcements.feed-title', { community })}
        />
      }
    >
      {announcements.length === 0 ? (
        <EmptyState title={t('announcements.none')} heading>
          <p class="quiet">{t('announcements.none-why', { community })}</p>
        </EmptyState>
      ) : (
        <>
          <PageHead title={t('announcements.title')} lead={t('announcements.lead', { community })} />
          {announcements.map((one) => (
            <Said page={page} announcement={one} />
          ))}
        </>
      )}
      <Actions>
        <ButtonLink href="/announcements.atom" look="text" icon="feed">
          {t('announcements.feed')}
        </ButtonLink>
        {othersWrote && (
          <ButtonLink href="/around-us" look="text" icon="place">
            {t('around-us.title')}
          </ButtonLink>
        )}
      </Actions>
    </Layout>
  );
}

function Said({ page, announcement }: { page: Page; announcement: Announcement }) {
  const { id, title, body, language, publishedAt } = announcement;
  return (
    <article class="card" id={`a-${id}`} aria-labelledby={`t-${id}`} lang={language}>
      <h2 id={`t-${id}`}>{title}</h2>
      <p class="quiet" lang={page.lang}>
        <Time page={page} at={publishedAt} shape="date" />
      </p>
      <PostText text={body} />
    </article>
  );
}
