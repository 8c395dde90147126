import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  PostText,
  Section,
  Stack,
  TextArea,
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
              <a href={`/me/decisions/${one.case_id}`}>
                {t(`safety.to-you.${one.decision}` as 'safety.to-you.warn')}
              </a>
            </h2>
            <p class="quiet">
              {one.circle && `${one.circle} · `}
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

interface OneProps {
  page: Page;
  decision: DecisionAboutMe;
  refused?: { raw: Raw; errors: Errors };
}

/** One decision: what, why, by which rule; and her one way to disagree. */
export function DecisionPage({ page, decision: one, refused }: OneProps) {
  const { t } = page;
  const title = t(`safety.to-you.${one.decision}` as 'safety.to-you.warn');
  return (
    <Layout page={page} title={title} current="me" narrow>
      <PageHead title={title} back={{ href: '/me/decisions', label: t('safety.me-title') }} />
      <ErrorSummary page={page} errors={refused?.errors} />
      <div class="flow">
        {one.overturned_at && <Note tone="warm">{t('safety.overturned-for-you')}</Note>}
        {one.reason && <PostText text={one.reason} />}
        {one.rule && <p>{t('safety.by-rule', { rule: one.rule })}</p>}
        {one.until && !one.overturned_at && (
          <p>
            {t('safety.until')} <Time page={page} at={one.until} shape="moment" />
          </p>
        )}
        {one.emptied_at && <p class="quiet">{t('safety.emptied-for-you')}</p>}
        {one.subject_text && (
          <Card quiet as="div">
            <p class="quiet">{t('safety.it-was-about')}</p>
            <div class="post-body">{written(one.subject_text)}</div>
          </Card>
        )}
        <p class="quiet">
          {one.circle && `${one.circle} · `}
          <Time page={page} at={one.decided_at} shape="date" />
        </p>
      </div>
      {one.appeal ? (
        <Appealed page={page} decision={one} />
      ) : (
        <AppealForm page={page} decision={one} refused={refused} />
      )}
    </Layout>
  );
}

function Appealed({ page, decision: one }: { page: Page; decision: DecisionAboutMe }) {
  const { t } = page;
  return (
    <Section title={t('safety.your-appeal')} id="appeal">
      <PostText text={one.appeal ?? ''} />
      {one.answer ? (
        <Note>
          <PostText text={one.answer} />
        </Note>
      ) : (
        <p class="quiet">{t('safety.appeal-waits')}</p>
      )}
    </Section>
  );
}

function AppealForm({ page, decision: one, refused }: OneProps) {
  const { t } = page;
  if (one.appeal_by.getTime() < Date.now()) return <p class="quiet">{t('safety.appeal-late')}</p>;
  return (
    <Section title={t('safety.appeal-title')} id="appeal" aside={t('safety.appeal-lead')}>
      <p>
        {t('safety.appeal-by')} <Time page={page} at={one.appeal_by} shape="date" />.{' '}
        {one.decision === 'hide' && t('safety.appeal-then')}
      </p>
      <Form page={page} action={`/me/decisions/${one.case_id}/appeal`}>
        <TextArea
          page={page}
          name="words"
          label={t('safety.appeal-words')}
          rows={4}
          maxlength={4000}
          keepDraft
          value={String(refused?.raw.words ?? '')}
          error={refused?.errors.words}
        />
        <Actions>
          <Button>{t('safety.appeal-send')}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
