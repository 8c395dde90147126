import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Card,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  PostText,
  Section,
  TextArea,
  Time,
  written,
} from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import type { DecisionAboutMe } from '../moderated.ts';
import { titleOf } from './own-decisions.tsx';

interface OneProps {
  page: Page;
  decision: DecisionAboutMe;
  /** The gathering of hers it is about. */
  gathering?: { gathering_id: string; name: string };
  refused?: { raw: Raw; errors: Errors };
}

/** One decision: what, why, by which rule; and her one way to disagree. */
export function DecisionPage({ page, decision: one, gathering, refused }: OneProps) {
  const { t } = page;
  const title = titleOf(page, one);
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
        {gathering && (
          <p>
            {t('safety.it-was-about')} <a href={`/gatherings/${gathering.gathering_id}`}>{gathering.name}</a>
          </p>
        )}
        {one.subject_text && !gathering && (
          <Card quiet as="div">
            <p class="quiet">{t('safety.it-was-about')}</p>
            <div class="post-body">{written(one.subject_text)}</div>
          </Card>
        )}
        <p class="quiet">
          {one.circle && `${circleName(page, one.circle)} · `}
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
