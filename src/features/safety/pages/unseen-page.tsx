import type { Page } from '../../../ui/index.ts';
import { Button, EmptyState, Form, Layout, PageHead, Section } from '../../../ui/index.ts';
import { shownPseudonym } from '../../pseudonyms/index.ts';
import type { Unseen } from '../block.ts';

/** Whom she blocked and which names she hides, each to be taken back. */
export function UnseenPage({ page, unseen }: { page: Page; unseen: Unseen }) {
  const { t } = page;
  const none = unseen.blocked.length + unseen.muted.length + unseen.hidden.length === 0;
  return (
    <Layout page={page} title={t('safety.unseen-title')} current="me">
      <PageHead
        title={t('safety.unseen-title')}
        lead={t('safety.unseen-lead')}
        back={{ href: '/me', label: t('ui.nav.me') }}
      />
      {none && <EmptyState drawing="porch" title={t('safety.unseen-none')} />}
      {unseen.blocked.length > 0 && (
        <Section title={t('safety.unseen-members')} id="blocked">
          {unseen.blocked.map(({ memberId, name }) => (
            <div class="rule">
              <b>{name}</b>
              <div class="actions">
                <a class="quiet" href={`/reports/new?kind=member&id=${memberId}`}>
                  {t('safety.report')}
                </a>
                <Form page={page} action={`/me/blocks/${memberId}/removal`} inline>
                  <Button look="plain" label={t('safety.unblock-name', { name })}>
                    {t('safety.unblock')}
                  </Button>
                </Form>
              </div>
            </div>
          ))}
          <p class="quiet">
            <a href="/messages/behind-blocks">{t('safety.unseen-messages')}</a>
          </p>
        </Section>
      )}
      {unseen.muted.length > 0 && (
        <Section title={t('safety.unseen-muted')} id="muted">
          {unseen.muted.map(({ memberId, name }) => (
            <div class="rule">
              <b>{name}</b>
              <Form page={page} action={`/me/mutes/${memberId}/removal`} inline>
                <Button look="plain" label={t('safety.show-name', { name })}>
                  {t('safety.show')}
                </Button>
              </Form>
            </div>
          ))}
        </Section>
      )}
      {unseen.hidden.length > 0 && (
        <Section title={t('safety.unseen-names')} id="hidden">
          {unseen.hidden.map(({ pseudonymId, name }) => (
            <div class="rule">
              <b>{shownPseudonym(page.locale, name)}</b>
              <Form page={page} action={`/me/hidden-names/${pseudonymId}/removal`} inline>
                <Button
                  look="plain"
                  label={t('safety.show-name', { name: shownPseudonym(page.locale, name) })}
                >
                  {t('safety.show')}
                </Button>
              </Form>
            </div>
          ))}
        </Section>
      )}
    </Layout>
  );
}
