import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  Section,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { DECISIONS } from '../case.ts';
import type { SafetyPromise } from '../promise.ts';
import type { Template } from '../template.ts';

interface Props {
  page: Page;
  promise: SafetyPromise;
  templates: Template[];
  refused?: { raw: Raw; errors: Errors };
}

/** What the community promises those who report, and what it does when somebody is in danger. */
export function CommunitySafetyPage({ page, promise, templates, refused }: Props) {
  const { t } = page;
  const field = (name: string, kept = '') => ({
    page,
    name,
    value: String(refused?.raw[name] ?? kept),
    error: refused?.errors[name],
  });
  return (
    <Layout page={page} title={t('safety.community-title')} current="me" narrow>
      <PageHead
        title={t('safety.community-title')}
        lead={t('safety.community-lead')}
        back={{ href: '/community', label: t('admin.title') }}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      <Form page={page} action="/community/safety">
        <TextInput
          {...field('answerHours', String(promise.answerHours))}
          label={t('safety.answer-hours')}
          inputmode="numeric"
          chars={4}
        />
        <TextInput
          {...field('dangerHours', String(promise.dangerHours))}
          label={t('safety.danger-hours')}
          inputmode="numeric"
          chars={4}
        />
        <TextArea
          {...field('escalation', promise.escalation || t('safety.escalation-default'))}
          label={t('safety.escalation')}
          hint={t('safety.escalation-hint')}
          rows={10}
          maxlength={6000}
        />
        <Actions>
          <Button>{t('safety.save')}</Button>
        </Actions>
      </Form>
      <Section title={t('safety.templates-own')} id="templates" aside={t('safety.templates-own-hint')}>
        {templates.map(({ id, title, decision }) => (
          <div class="rule">
            <span>
              <b>{title}</b> <span class="quiet">{t(`safety.decision.${decision}`)}</span>
            </span>
            <Form page={page} action={`/community/safety/templates/${id}/removal`} inline>
              <Button look="text" label={t('safety.template-drop-named', { title })}>
                {t('safety.template-drop')}
              </Button>
            </Form>
          </div>
        ))}
        <Form page={page} action="/community/safety/templates">
          <TextInput {...field('title')} label={t('safety.template-title')} />
          <Select
            {...field('decision', 'warn')}
            label={t('safety.decision')}
            options={DECISIONS.map((value) => ({ value, label: t(`safety.decision.${value}`) }))}
          />
          <TextArea {...field('words')} label={t('safety.why')} rows={4} maxlength={2000} />
          <Actions>
            <Button look="plain">{t('safety.template-add')}</Button>
          </Actions>
        </Form>
      </Section>
    </Layout>
  );
}
