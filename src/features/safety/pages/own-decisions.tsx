import {
  Card,
  EmptyState,
  Layout,
  Note,
  type Page,
  PageHead,
  PostText,
  Section,
  Stack,
  Time,
  written,
} from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import type { DecisionAboutMe, OwnMute, Revealed } from '../moderated.ts';

interface ListProps {
  page: Page;
  suspendedUntil: Date | null;
  decisions: DecisionAboutMe[];
  reveals: Revealed[];
  mutes: OwnMute[];
}

/** All that was decided about her. While she is suspended, the page she is led to. */
export function DecisionsPage({ page, suspendedUntil, decisions, reveals, mutes }: ListProps) {
  const { t } = page;
  const none = decisions.length + reveals.length + mutes.length === 0;
  return (
    <Layout page={page} title={t('safety.me-title')} current="me">
      <PageHead
        title={t('safety.me-title')}
        lead={t('safety.me-lead')}
        back={{ href: '/me', label: t('ui.nav.me') }}
      />
      {suspendedUntil && (
        <Note tone="warm" icon="help">
          <p>
            {t('safety.suspended-until')} <Time page={page} at={suspendedUntil} shape="date" />.
          </p>
          <p>
            {t('safety.suspended-still')} <a href="/help-now">{t('ui.help-now')}</a> ·{' '}
            <a href="/me/export/page">{t('accounts.export')}</a>
          </p>
        </Note>
      )}
      {none && <EmptyState drawing="porch" title={t('safety.me-none')} />}
      <Stack list>
        {decisions.map((one) => (
          <Card as="li">
            <h2>
              <a href={`/me/decisions/${one.case_id}`}>{titleOf(page, one)}</a>
            </h2>
            <p class="quiet">
              {one.circle && `${circleName(page, one.circle)} · `}
              <Time page={page} at={one.decided_at} shape="date" />
              {one.overturned_at && ` · ${t('safety.was-overturned')}`}
            </p>
          </Card>
        ))}
      </Stack>
      {mutes.map(({ circle, reason, until }) => (
        <Card>
          <h2>
            {t('safety.you-are-muted', {
              circle: circle ? circleName(page, circle) : t('safety.unlisted-circle'),
            })}
          </h2>
          <PostText text={reason} />
          <p class="quiet">
            {t('safety.until')} <Time page={page} at={until} shape="moment" />
          </p>
        </Card>
      ))}
      {reveals.length > 0 && <Reveals page={page} reveals={reveals} />}
    </Layout>
  );
}

/** What was decided, in a line. While she only reads, where: she may be in several circles. */
export function titleOf(page: Page, { decision, circle, until, subject_kind }: DecisionAboutMe): string {
  if (decision === 'hide' && subject_kind === 'gathering') return page.t('safety.to-you.hide-gathering');
  const lasts = decision === 'mute' && until !== null && until.getTime() > Date.now();
  return lasts && circle
    ? page.t('safety.you-are-muted', { circle: circleName(page, circle) })
    : page.t(`safety.to-you.${decision}` as 'safety.to-you.warn');
}

function Reveals({ page, reveals }: { page: Page; reveals: Revealed[] }) {
  const { t } = page;
  return (
    <Section title={t('safety.your-reveals')} id="reveals" aside={t('safety.your-reveals-hint')}>
      {reveals.map(({ first, second, reason, at, words }) => (
        <Card>
          <p>
            {t('safety.your-reveal', {
              first: first ?? t('safety.somebody-gone'),
              second: second ?? t('safety.somebody-gone'),
            })}{' '}
            <Time page={page} at={at} shape="moment" />
          </p>
          <PostText text={reason} />
          {words && <div class="post-body quiet">{written(words)}</div>}
        </Card>
      ))}
    </Section>
  );
}
