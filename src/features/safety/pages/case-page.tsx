import type { Raw } from '../../../platform/http/index.ts';
import type { Errors, Page } from '../../../ui/index.ts';
import {
  Button,
  ErrorSummary,
  Form,
  Layout,
  Note,
  PageHead,
  PostText,
  Section,
  written,
} from '../../../ui/index.ts';
import type { Case } from '../case.ts';
import type { CaseFile } from '../case-file.ts';
import type { SafetyPromise } from '../promise.ts';
import type { Template } from '../template.ts';
import { AppealSection } from './case-appeal.tsx';
import { DecisionForm } from './case-decision.tsx';
import { CaseLog, Evidence, History, nameOfCase } from './case-evidence.tsx';
import { RevealSection } from './case-reveal.tsx';
import { Clock } from './clock.tsx';

export interface CasePageProps {
  page: Page;
  case: Case;
  file: CaseFile;
  promise: SafetyPromise;
  templates: Template[];
  /** Where this case stands: the moderators' address, or the circle's. */
  base: string;
  me: string;
  charter: string;
  chosen?: Template;
  refused?: { raw: Raw; errors: Errors };
}

/** One case: what happened first, then what to do; history and log below, for those who want them. */
export function CasePage(p: CasePageProps) {
  const { page, case: one, base } = p;
  const { t } = page;
  const moderates = base.startsWith('/moderation');
  const title = t(`safety.about-${one.kind}`, { name: nameOfCase(page, one) });
  return (
    <Layout page={page} title={title}>
      <PageHead
        title={title}
        back={{
          href: moderates ? '/moderation' : base.replace(/\/cases\/.*/, '/settings/care'),
          label: t(moderates ? 'safety.queue-title' : 'safety.care-title'),
        }}
      >
        <Clock page={page} case={one} />
      </PageHead>
      <ErrorSummary page={page} errors={p.refused?.errors} ids={{ reveal: 'f-why-reveal' }} />
      <Evidence page={page} case={one} file={p.file} base={base} />
      {one.danger && !one.decidedAt && <Escalation page={page} words={p.promise.escalation} />}
      {one.decidedAt ? <Decided page={page} case={one} /> : <Assignment {...p} />}
      {!one.decidedAt && <DecisionForm {...p} moderates={moderates} />}
      {p.file.appeal && <AppealSection {...p} />}
      <History page={page} case={one} file={p.file} />
      {moderates && one.anonymous && <RevealSection {...p} />}
      <CaseLog page={page} log={p.file.log} />
    </Layout>
  );
}

/** What this community does when somebody is in danger, step by step. */
function Escalation({ page, words }: { page: Page; words: string }) {
  const { t } = page;
  return (
    <Note tone="warm" icon="help">
      <p>
        <b>{t('safety.escalation')}</b>
      </p>
      <div class="post-body">{written(words || t('safety.escalation-default'))}</div>
      <p>
        <a href="/help-now">{t('ui.help-now')}</a>
      </p>
    </Note>
  );
}

function Assignment({ page, case: one, base, me }: CasePageProps) {
  const { t } = page;
  if (one.assignedTo && one.assignedTo !== me)
    return (
      <p class="quiet">{t('safety.assigned-to', { name: one.assignee ?? t('safety.somebody-gone') })}</p>
    );
  const mine = one.assignedTo === me;
  return (
    <Form page={page} action={`${base}/assignment`} inline>
      {!mine && <input type="hidden" name="taking" value="yes" />}
      <Button look="plain">{t(mine ? 'safety.give-back' : 'safety.take')}</Button>
    </Form>
  );
}

function Decided({ page, case: one }: { page: Page; case: Case }) {
  const { t } = page;
  return (
    <Section title={t(`safety.decision.${one.decision ?? 'none'}`)} id="decided">
      {one.reason && <PostText text={one.reason} />}
      {one.rule && <p class="quiet">{t('safety.by-rule', { rule: one.rule })}</p>}
      {one.overturnedAt && <Note>{t('safety.was-overturned')}</Note>}
    </Section>
  );
}
