import type { Page } from '../../../ui/index.ts';
import {
  Actions,
  ButtonLink,
  Card,
  EmptyState,
  Layout,
  Note,
  PageHead,
  PostText,
  Stack,
  Time,
} from '../../../ui/index.ts';
import type { OwnReport } from '../report.ts';
import { Seen } from './report-page.tsx';

/** One report of hers: what happens next, or what came of it, and what she can do meanwhile. */
export function OwnReportPage({ page, report }: { page: Page; report: OwnReport }) {
  const { t } = page;
  const open = report.handledAt === null;
  const title = t(open ? 'safety.sent-title' : 'safety.answered-title');
  return (
    <Layout page={page} title={title} current="me" narrow>
      <PageHead
        title={title}
        lead={open ? t('safety.sent-lead') : undefined}
        back={{ href: '/me/reports', label: t('safety.own-title') }}
      />
      <div class="flow">
        {report.reason === 'danger' && open && (
          <Note tone="warm" icon="help">
            <p>
              {t('safety.danger-now')} <a href="/help-now">{t('ui.help-now')}</a>
            </p>
          </Note>
        )}
        {report.decision && <p>{t(`safety.to-reporter.${report.decision}`)}</p>}
        {report.outcome && <PostText text={report.outcome} />}
        {open && (
          <ul class="prose">
            <li>{t('safety.next-read')}</li>
            <li>{t('safety.next-secret')}</li>
            <li>{t('safety.next-answer')}</li>
          </ul>
        )}
        <Seen subject={report} />
        <p class="quiet">
          {t(`safety.reason.${report.reason}`)} · <Time page={page} at={report.createdAt} />
        </p>
        {report.note && <PostText text={report.note} />}
        <Distance page={page} report={report} />
      </div>
    </Layout>
  );
}

// She need not wait for us to have some peace.
function Distance({ page, report }: { page: Page; report: OwnReport }) {
  const { t } = page;
  const hides = report.kind === 'post' && report.anonymous;
  if (report.handledAt || (!hides && !report.memberId)) return null;
  return (
    <Actions>
      {hides ? (
        <ButtonLink href={`/posts/${report.subjectId}/hiding`} look="plain" icon="hidden">
          {t('safety.hide-name', { name: report.name })}
        </ButtonLink>
      ) : (
        <ButtonLink href={`/members/${report.memberId}/block`} look="plain" icon="hidden">
          {report.kind === 'gathering'
            ? t('safety.block-organiser')
            : t('safety.block-name', { name: report.name })}
        </ButtonLink>
      )}
    </Actions>
  );
}

/** Everything she reported, and where it stands. */
export function OwnReportsPage({ page, reports }: { page: Page; reports: OwnReport[] }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('safety.own-title')} current="me">
      <PageHead
        title={t('safety.own-title')}
        lead={t('safety.own-lead')}
        back={{ href: '/me', label: t('ui.nav.me') }}
      />
      {reports.length === 0 && <EmptyState drawing="letter" title={t('safety.own-none')} />}
      <Stack list>
        {reports.map((report) => (
          <Card as="li">
            <h2>
              <a href={`/me/reports/${report.reportId}`}>
                {t(`safety.about-${report.kind}`, { name: report.name })}
              </a>
            </h2>
            <p class="quiet">
              {t(`safety.reason.${report.reason}`)} · <Time page={page} at={report.createdAt} />
            </p>
            <p>{t(report.handledAt ? 'safety.state-answered' : 'safety.state-waiting')}</p>
          </Card>
        ))}
      </Stack>
    </Layout>
  );
}
