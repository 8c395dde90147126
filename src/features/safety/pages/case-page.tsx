import type { Raw } from '../../../platform/http/index.ts';
import type { Errors, Page } from '../../../ui/index.ts';
import {
  Actions,
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  Layout,
  Note,
  PageHead,
  PostText,
  Section,
  TextArea,
  Time,
} from '../../../ui/index.ts';
import type { Case } from '../moderation.ts';
import { placeOf } from './queue-page.tsx';
import { Seen } from './report-page.tsx';

interface CasePageProps {
  page: Page;
  case: Case;
  refused?: { raw: Raw; errors: Errors };
}

/** One report, as it was, and what to make of it. */
export function CasePage({ page, case: one, refused }: CasePageProps) {
  const { t } = page;
  const title = t(`safety.about-${one.kind}`, { name: one.name });
  return (
    <Layout page={page} title={title}>
      <PageHead
        title={title}
        lead={t(`safety.reason.${one.reason}`)}
        back={{ href: '/moderation', label: t('safety.queue-title') }}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      <div class="flow">
        {one.reason === 'danger' && !one.handledAt && (
          <Note tone="warm" icon="help">
            <p>
              {t('safety.danger-moderator')} <a href="/help-now">{t('ui.help-now')}</a>
            </p>
          </Note>
        )}
        <p class="quiet">{t('safety.as-it-was')}</p>
        <Seen subject={one} />
        <p class="quiet">
          {placeOf(page, one)}
          {t('safety.reported-by', { name: one.reporter ?? t('safety.somebody-gone') })} ·{' '}
          <Time page={page} at={one.createdAt} />
        </p>
        {one.note && <PostText text={one.note} />}
      </div>
      {one.handledAt ? (
        <Closed page={page} case={one} />
      ) : (
        <OutcomeForm page={page} case={one} refused={refused} />
      )}
    </Layout>
  );
}

function Closed({ page, case: one }: { page: Page; case: Case }) {
  const { t } = page;
  return (
    <Section title={t('safety.outcome-was')} id="outcome">
      <PostText text={one.outcome ?? ''} />
      <p class="quiet">
        {one.handledBy ?? t('safety.somebody-gone')} · <Time page={page} at={one.handledAt!} />
      </p>
    </Section>
  );
}

function OutcomeForm({ page, case: one, refused }: CasePageProps) {
  const { t } = page;
  const raw = refused?.raw;
  return (
    <Section title={t('safety.close-title')} id="outcome">
      <Form page={page} action={`/moderation/${one.reportId}/outcome`}>
        <TextArea
          page={page}
          name="outcome"
          label={t('safety.outcome')}
          hint={t('safety.outcome-hint')}
          maxlength={2000}
          value={typeof raw?.outcome === 'string' ? raw.outcome : ''}
          error={refused?.errors.outcome}
        />
        {one.kind === 'post' && (
          <Checkbox
            page={page}
            name="removes"
            label={t('safety.removes')}
            hint={t('safety.removes-hint')}
            checked={raw?.removes !== undefined}
          />
        )}
        <Actions>
          <Button>{t('safety.close')}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
