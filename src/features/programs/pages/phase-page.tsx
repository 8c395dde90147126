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
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import type { Phase, Program } from '../program.ts';

interface Props {
  page: Page;
  program: Program;
  /** Null: a new one. */
  phase: Phase | null;
  raw?: Raw;
  errors?: Errors;
}

/** One phase: its name, when it begins, and what may help in the conversation. */
export function PhasePage({ page, program, phase, raw, errors }: Props) {
  const { t } = page;
  const list = `/community/programs/${program.id}/phases`;
  const title = phase ? phase.name : t('programs.phases.new');
  const value = (name: 'name' | 'fromWeek' | 'guide') => String((raw ? raw[name] : phase?.[name]) ?? '');
  return (
    <Layout page={page} title={title} current="me">
      <PageHead title={title} back={{ href: list, label: t('programs.phases.title') }} />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={phase ? `${list}/${phase.phase}` : list}>
        <TextInput
          page={page}
          name="name"
          label={t('programs.phases.name')}
          value={value('name')}
          maxlength={80}
          error={errors?.name}
        />
        <TextInput
          page={page}
          name="fromWeek"
          label={t('programs.phases.from-week')}
          hint={t('programs.phases.from-week-hint')}
          inputmode="numeric"
          chars={4}
          value={value('fromWeek')}
          error={errors?.fromWeek}
        />
        <TextArea
          page={page}
          name="guide"
          label={t('programs.phases.guide')}
          hint={t('programs.markdown-hint')}
          rows={14}
          maxlength={6000}
          optional
          value={value('guide')}
          error={errors?.guide}
        />
        <Actions>
          <Button>{t('programs.keep')}</Button>
          {phase && program.phases.length > 1 && (
            <Button look="text" formaction={`${list}/${phase.phase}/removal`} formnovalidate>
              {t('programs.phases.remove')}
            </Button>
          )}
        </Actions>
      </Form>
    </Layout>
  );
}
