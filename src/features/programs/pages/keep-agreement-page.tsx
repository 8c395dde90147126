import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  TextArea,
} from '../../../ui/index.ts';
import type { Program } from '../program.ts';

interface Props {
  page: Page;
  program: Program;
  /** How many would be asked again. */
  bound: number;
  raw?: Raw;
  errors?: Errors;
}

/** The words both sides agree to, for the coordinator to change. */
export function KeepAgreementPage({ page, program, bound, raw, errors }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('programs.agreement.title')} current="me">
      <PageHead
        title={t('programs.agreement.title')}
        lead={t('programs.agreement.keep-lead')}
        back={{ href: `/community/programs/${program.id}`, label: program.name }}
      />
      <ErrorSummary page={page} errors={errors} />
      {program.openedAt && (
        <Note tone="warm">
          {t('programs.agreement.version', { version: program.agreementVersion, bound })}
        </Note>
      )}
      <Form page={page} action={`/community/programs/${program.id}/agreement`}>
        <TextArea
          page={page}
          name="agreement"
          label={t('programs.agreement.words')}
          hint={t('programs.markdown-hint')}
          rows={16}
          maxlength={6000}
          value={raw ? String(raw.agreement ?? '') : program.agreement}
          error={errors?.agreement}
        />
        <Actions>
          <Button>{t('programs.keep')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
